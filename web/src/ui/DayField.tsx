import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface Props {
  /** YYYY-MM-DD; empty where no day is chosen. */
  value?: string | undefined;
  onChange?: (day: string) => void;
  /** The last day that may be chosen. */
  max?: string | undefined;
  allowClear?: boolean;
  /** Named by the field's label. */
  id?: string;
  label?: string;
}

/** A day in a form, written 2016-10-10 whatever the browser's country. */
export function DayField({ value, onChange, max, allowClear = true, id, label }: Props) {
  return (
    <DatePicker
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      {...(max && { maxDate: dayjs(max) })}
      value={value ? dayjs(value) : null}
      allowClear={allowClear}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD') ?? '')}
      className="day-field"
    />
  );
}
