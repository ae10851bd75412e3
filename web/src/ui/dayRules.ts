import type { FormItemProps } from 'antd';
import { dayFault, FIRST_DAY, typedDayFault, type DayBounds, type DayFault } from './day';
import { useWords } from './i18n';
import { words } from './words';

/** What a field says of a text that is no day it takes. */
export function useDayWords({ min = FIRST_DAY, max = '' }: DayBounds): (fault: DayFault) => string {
  const w = useWords(words);
  const says = { none: w.noDay, early: w.dayEarly(min), late: w.dayLate(max) };
  return (fault) => says[fault];
}

interface Options extends DayBounds {
  required?: boolean | undefined;
}

/** For a `Form.Item` around a `DayInput`: what is no day is said while it is typed, and not sent. */
export function useDayRules({ required = false, ...bounds }: Options = {}): FormItemProps {
  const says = useDayWords(bounds);
  const check = (find: typeof dayFault) => (_: unknown, text: string | undefined) => {
    const fault = find(text ?? '', bounds);
    return fault ? Promise.reject(new Error(says(fault))) : Promise.resolve();
  };
  return {
    validateTrigger: ['onChange', 'onBlur'],
    validateFirst: true,
    rules: [
      { required, validateTrigger: 'onChange' },
      { validateTrigger: 'onChange', validator: check(typedDayFault) },
      { validateTrigger: 'onBlur', validator: check(dayFault) },
    ],
  };
}
