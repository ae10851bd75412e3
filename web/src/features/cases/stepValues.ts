import { readCount, readFen, typedYuan } from '../../ui/numbers';
import type { CaseView } from './queries';

export type Field = CaseView['form'][number];
export type Values = Record<string, unknown>;

/** What was entered the last time, as it stands in the form. */
export function initial(fields: readonly Field[]): Values {
  const values: Values = {};
  for (const { id, kind, last } of fields) {
    if (last !== undefined && last !== null) {
      values[id] = kind === 'MONEY' ? typedYuan(Number(last)) : kind === 'COUNT' ? String(Number(last)) : last;
    }
  }
  return values;
}

/** As the server takes it: numbers as numbers, money in fen, nothing for what was left empty. */
export function sent(fields: readonly Field[], values: Values): Values {
  const form: Values = {};
  for (const { id, kind } of fields) {
    const value = values[id];
    const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
    if (!isEmpty) {
      const text = typeof value === 'string' ? value : '';
      const number = kind === 'COUNT' ? readCount(text) : kind === 'MONEY' ? readFen(text) : undefined;
      form[id] = number ?? value;
    }
  }
  return form;
}
