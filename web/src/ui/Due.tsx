import { DateText } from './DateText';
import { useWords } from './i18n';
import { StateTag, type Tone } from './StateTag';
import { words } from './words';

interface Props {
  /** YYYY-MM-DD */
  date: string;
  /** Working days until then by the server's calendar: 0 today, negative when overdue. */
  workingDaysLeft: number;
}

/** The tone of a due date: overdue is refused's red, today is amber. */
export function dueTone(workingDaysLeft: number): Tone {
  return workingDaysLeft < 0 ? 'refused' : workingDaysLeft === 0 ? 'attention' : 'neutral';
}

/** By when: the day, and in words how near it is. */
export function Due({ date, workingDaysLeft }: Props) {
  const w = useWords(words);
  const text =
    workingDaysLeft < 0 ? w.overdue(-workingDaysLeft) : workingDaysLeft === 0 ? w.today : w.left(workingDaysLeft);
  return (
    <span className="due">
      <DateText date={date} />{' '}
      {workingDaysLeft > 0 ? (
        <span className="secondary">{text}</span>
      ) : (
        <StateTag tone={dueTone(workingDaysLeft)}>{text}</StateTag>
      )}
    </span>
  );
}
