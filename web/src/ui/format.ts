import type { Language } from '../api/language';

const MINUS = '−';

/** Whole numbers with thousands: 12,345. */
export function formatCount(count: number): string {
  return String(Math.trunc(count))
    .replace('-', MINUS)
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Fen as yuan with both decimals and without the unit: 123450 → 1,234.50. By digits, never by division. */
export function formatFen(fen: number): string {
  const digits = String(Math.abs(Math.trunc(fen))).padStart(3, '0');
  return `${fen < 0 ? MINUS : ''}${formatCount(Number(digits.slice(0, -2)))}.${digits.slice(-2)}`;
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day inside a sentence: 2016年10月10日, 10 October 2016. Anything but YYYY-MM-DD comes back as it is. */
export function dateInSentence(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (!year || !month || !day) {
    return date;
  }
  return language === 'zh'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** 周一, Mon. Empty for what is no day. */
export function weekday(date: string, language: Language): string {
  return WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const SECONDS = ':00'.length;

/** A moment by China's clock, wherever the browser stands: 2016-10-10 09:15. Anything else comes back as it is. */
export function formatMoment(instant: string, withSeconds = false): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) {
    return instant;
  }
  const text = CHINA.format(moment);
  return withSeconds ? text : text.slice(0, -SECONDS);
}
