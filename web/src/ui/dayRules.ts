import type { FormItemProps } from 'antd';
import { dayFault, typedDayFault, type DayFault } from './day';
import { useWords } from './i18n';
import { words } from './words';

/** What a field says of a text that is no day it takes. */
export function useDayWords(max: string | undefined): (fault: DayFault) => string {
  const w = useWords(words);
  const says = { none: w.noDay, early: w.dayEarly, late: w.dayLate(max ?? '') };
  return (fault) => says[fault];
}

interface Options {
  required?: boolean | undefined;
  /** The last day that may be given. */
  max?: string | undefined;
}

/** For a `Form.Item` around a `DayInput`: what is no day is said while it is typed, and not sent. */
export function useDayRules({ required = false, max }: Options = {}): FormItemProps {
  const says = useDayWords(max);
  const check = (find: typeof dayFault) => (_: unknown, text: string | undefined) => {
    const fault = find(text ?? '', max);
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
