import { DayField } from '../../ui/DayField';
import { useWords } from '../../ui/i18n';
import { words } from './words';

interface Props {
  /** The day looked at. */
  day: string;
  onChange: (day: string | undefined) => void;
}

/** The day whose policy is looked at. */
export function DayPicker({ day, onChange }: Props) {
  const w = useWords(words);
  return (
    <label className="programme-day">
      {w.on} <DayField label={w.on} value={day} allowClear={false} onChange={onChange} />
    </label>
  );
}
