import { dateInSentence, formatMoment, weekday } from './format';
import { useLanguage } from './i18n';

interface Props {
  /** YYYY-MM-DD */
  date: string;
  /** Written as in a sentence: 2016年10月10日. */
  sentence?: boolean;
  /** Followed by the day of the week. */
  withWeekday?: boolean;
}

/** A day: 2016-10-10 in tables, 2016年10月10日 in sentences. */
export function DateText({ date, sentence = false, withWeekday = false }: Props) {
  const language = useLanguage();
  return (
    <time dateTime={date} className="figures">
      {sentence ? dateInSentence(date, language) : date}
      {withWeekday && ` ${weekday(date, language)}`}
    </time>
  );
}

/** A moment by China's clock: 2016-10-10 09:15, to the second where that matters. */
export function MomentText({ at, seconds = false }: { at: string; seconds?: boolean }) {
  return (
    <time dateTime={at} className="figures">
      {formatMoment(at, seconds)}
    </time>
  );
}
