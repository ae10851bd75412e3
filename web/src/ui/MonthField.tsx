import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo } from 'react';

const MONTH = 'YYYY-MM';

interface Props {
  /** YYYY-MM */
  value?: string;
  onChange?: (month: string) => void;
  max: string;
  id?: string;
}

/**
 * A month, picked or typed; the browser's own field of months speaks the browser's language, and some browsers have none.
 * What stands in the field is what is chosen, at every moment: the picker alone shows a month that the mouse only passes
 * over, and forgets one that was typed when a button is pressed right after it.
 */
export function MonthField({ value, onChange, max, id }: Props) {
  const day = useMemo(() => (value ? dayjs(value) : null), [value]);
  const last = useMemo(() => dayjs(max), [max]);
  const choose = (given: Dayjs | Dayjs[] | null) => {
    const month = (Array.isArray(given) ? given[0] : given)?.format(MONTH);
    if (month && month <= max && month !== value) {
      onChange?.(month);
    }
  };
  return (
    <DatePicker
      {...(id && { id })}
      picker="month"
      format={MONTH}
      maxDate={last}
      allowClear={false}
      previewValue={false}
      value={day}
      onChange={choose}
      onCalendarChange={choose}
    />
  );
}
