/** The first day that can be meant; an earlier one is what programs write for "none". */
export const FIRST_DAY = '1900-01-01';

const WHOLE = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))$/;
/** Year, month and day as far as they are typed, whatever stands between them. */
const BEGUN = /^(\d{1,4})(?:[-/.年](?:(\d{1,2})(?:[-/.月](?:(\d{1,2}))?)?)?)?$/;
const BEGUN_DIGITS = /^(\d{4})(\d{1,2})(\d{1,2})?$/;
const MONTHS = 12;
const MONTH_DAYS = 31;

/** Without what is only typography: full-width forms, blanks, the many hyphens. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐‑‒–—−]/g, '-');

/**
 * The day, as YYYY-MM-DD, that somebody typed: 2016-9-1, 20160901, 2016/9/1, 2016.9.1, 2016年9月1日, also in full-width
 * digits. Undefined for what is no day of the calendar.
 */
export function readDay(text: string): string | undefined {
  const parts = WHOLE.exec(plain(text));
  if (!parts) {
    return undefined;
  }
  const year = Number(parts[1]);
  const month = Number(parts[3] ?? parts[5] ?? parts[7]);
  const day = Number(parts[4] ?? parts[6] ?? parts[8]);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // The calendar rolls over what it does not have: 31 February becomes 3 March.
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1
    ? date.toISOString().slice(0, FIRST_DAY.length)
    : undefined;
}

/** Whether what was typed can still become a day when more is typed. */
export function mayBecomeDay(text: string): boolean {
  const typed = plain(text);
  const parts = BEGUN.exec(typed) ?? BEGUN_DIGITS.exec(typed);
  if (typed === '' || !parts) {
    return typed === '';
  }
  const [, , month = '', day = ''] = parts;
  return isBegun(month, MONTHS) && isBegun(day, MONTH_DAYS) && (day.length < 2 || readDay(typed) !== undefined);
}

/** A single 0 waits for its second digit. */
const isBegun = (digits: string, most: number): boolean =>
  digits === '' || digits === '0' || (Number(digits) >= 1 && Number(digits) <= most);

/** Why a text is no day that may be given; undefined where it is one, or nothing at all. */
export type DayFault = 'none' | 'early' | 'late';

/** The first and the last day that may be given. */
export interface DayBounds {
  min?: string | undefined;
  max?: string | undefined;
}

/** What is wrong with a text that is whole. */
export function dayFault(text: string, { min = FIRST_DAY, max }: DayBounds = {}): DayFault | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const day = readDay(text);
  if (day === undefined) {
    return 'none';
  }
  if (day < min) {
    return 'early';
  }
  return max !== undefined && day > max ? 'late' : undefined;
}

/** The same while it is being typed: nothing is said yet of what can still become a day. */
export function typedDayFault(text: string, bounds: DayBounds = {}): DayFault | undefined {
  return readDay(text) === undefined && mayBecomeDay(text) ? undefined : dayFault(text, bounds);
}
