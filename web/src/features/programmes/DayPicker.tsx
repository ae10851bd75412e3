import { DatePicker } from 'antd';
import dayjs from 'dayjs';
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
      {w.on}{' '}
      <DatePicker
        aria-label={w.on}
        value={dayjs(day)}
        allowClear={false}
        onChange={(picked) => onChange(picked?.format('YYYY-MM-DD'))}
      />
    </label>
  );
}
