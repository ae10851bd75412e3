import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { SyntheticEvent } from 'react';

dayjs.extend(customParseFormat);

const DAY = 'YYYY-MM-DD';
/** How people type a day; it is always shown in the first way. */
const TYPED = [DAY, 'YYYY-M-D', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日'];
/** Ways in which nothing can follow the last character. */
const COMPLETE = [DAY, 'YYYYMMDD'];

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
  // The picker takes over what was typed some time after the field was left, when the form may already have been sent.
  const take = (event: SyntheticEvent) => {
    const text = (event.target as HTMLInputElement).value;
    const typed = dayjs(text, COMPLETE, true);
    if (typed.isValid() && !(max && typed.isAfter(max))) {
      onChange?.(typed.format(DAY));
    }
  };
  return (
    <span className="day-field-typed" onInput={take}>
      <DatePicker
        format={TYPED}
        {...(id && { id })}
        {...(label && { 'aria-label': label })}
        {...(max && { maxDate: dayjs(max) })}
        value={value ? dayjs(value) : null}
        allowClear={allowClear}
        onChange={(day) => onChange?.(day?.format(DAY) ?? '')}
        className="day-field"
      />
    </span>
  );
}
