import { useId, useState } from 'react';
import { dayFault, readDay, typedDayFault } from './day';
import { DayInput, type DayProps } from './DayInput';
import { useDayWords } from './dayRules';

type Props = Omit<DayProps, 'onChange' | 'status'> & {
  /** Told of days only: YYYY-MM-DD, or empty where it was cleared. */
  onChange?: (day: string) => void;
};

/** A day outside a form, written 2016-10-10 whatever the browser's country; says itself what is no day. */
export function DayField({ value = '', onChange, onBlur, min, max, allowClear = true, ...shown }: Props) {
  const says = useDayWords({ min, max });
  const note = useId();
  const [text, setText] = useState<string>();
  const [left, setLeft] = useState(true);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(undefined);
  }
  const fault = (left ? dayFault : typedDayFault)(text ?? value, { min, max });
  const tell = (typed: string) => {
    const isDay = readDay(typed) === typed && dayFault(typed, { min, max }) === undefined;
    if (typed !== value && (isDay || (typed === '' && allowClear))) {
      onChange?.(typed);
    }
  };
  return (
    <span className="day-field-typed">
      <DayInput
        {...shown}
        value={text ?? value}
        min={min}
        max={max}
        allowClear={allowClear}
        {...(fault && { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': note })}
        onChange={(typed, finished) => {
          setText(typed);
          setLeft(false);
          if (finished) {
            tell(typed);
          }
        }}
        onBlur={() => {
          setLeft(true);
          if (text === '' && !allowClear) {
            setText(undefined);
          } else if (text !== undefined) {
            tell(text);
          }
          onBlur?.();
        }}
      />
      {fault && (
        <span id={note} role="alert" className="field-fault">
          {says(fault)}
        </span>
      )}
    </span>
  );
}
