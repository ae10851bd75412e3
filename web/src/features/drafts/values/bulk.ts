import { readCount, readFen, typedYuan } from '../../../ui/numbers';

/** What a bulk action makes of a value, in fen for money and as a whole number for anything else. */
export type Bulk =
  | { kind: 'percent'; /** In hundredths of a per cent. */ rate: number; to: number; mode: Mode }
  | { kind: 'sum'; more: number }
  | { kind: 'set'; value: number };

/** Which way a value is rounded that lies between two. */
export type Mode = 'UP' | 'NEAREST' | 'DOWN';

const WHOLE_RATE = 10_000n;

/** Raises by a rate and rounds once, exactly: never through a fraction of a double. */
function raised(value: number, rate: number, to: number, mode: Mode): number {
  const numerator = BigInt(value) * (WHOLE_RATE + BigInt(rate));
  const step = WHOLE_RATE * BigInt(to);
  const below = numerator / step;
  const rest = numerator % step;
  const up = mode === 'UP' ? rest > 0n : mode === 'NEAREST' && rest * 2n >= step;
  return Number((below + (up ? 1n : 0n)) * BigInt(to));
}

/** The value after a bulk action; undefined where there is none to begin with, or nothing is left of it. */
export function changed(bulk: Bulk, value: number | undefined): number | undefined {
  if (bulk.kind === 'set') {
    return bulk.value;
  }
  if (value === undefined) {
    return undefined;
  }
  const after = bulk.kind === 'sum' ? value + bulk.more : raised(value, bulk.rate, bulk.to, bulk.mode);
  return after < 0 ? undefined : after;
}

/** What was typed into a cell, in fen or as a whole number. */
export const readValue = (text: string, money: boolean): number | undefined =>
  money ? readFen(text) : readCount(text);

/** A value as it is typed: yuan without decimals where there are none. */
export const typedValue = (value: number, money: boolean): string =>
  money ? typedYuan(value).replace(/\.00$/, '') : String(value);

/** A per cent with a sign and up to two decimals, in hundredths; undefined for any other text. */
export function readRate(text: string): number | undefined {
  const [, sign, whole, decimals = ''] =
    /^([+-]?)(\d{1,4})(?:\.(\d{1,2}))?%?$/.exec(text.normalize('NFKC').trim()) ?? [];
  return whole === undefined ? undefined : Number(`${sign ?? ''}${whole}${decimals.padEnd(2, '0')}`);
}

/** An amount with a sign. */
export function readMore(text: string, money: boolean): number | undefined {
  const typed = text.normalize('NFKC').trim();
  const value = readValue(typed.replace(/^[+-]/, ''), money);
  return value !== undefined && typed.startsWith('-') ? -value : value;
}

/** An area that a pasted line may mean. */
export interface Place {
  areaCode: string;
  areaName: string;
  areaPath: string;
}

/** Why a pasted line is not taken. */
export type LineFault = 'noArea' | 'manyAreas' | 'noValue' | 'twice';

export interface Pasted {
  /** Value by area's code, as typed. */
  values: Map<string, string>;
  /** Lines count from one. */
  faults: { line: number; text: string; fault: LineFault }[];
}

const digits = (code: string) => code.replace(/0+$/, '');

/** The areas that a name or code means: by its code, its whole name, or how its name ends or begins. */
function meant(named: string, places: readonly Place[]): readonly Place[] {
  if (/^\d{2,12}$/.test(named)) {
    return places.filter(({ areaCode }) => areaCode === named.padEnd(12, '0') || digits(areaCode) === digits(named));
  }
  const exact = places.filter(({ areaName, areaPath }) => areaName === named || areaPath === named);
  if (exact.length > 0) {
    return exact;
  }
  const ends = places.filter(({ areaPath }) => areaPath.endsWith(named));
  return ends.length > 0 ? ends : places.filter(({ areaName }) => areaName.replace(/[省市州县区]$/, '') === named);
}

/** Two columns out of a spreadsheet: an area and its value. What is no such line is told, not dropped. */
export function pasted(text: string, places: readonly Place[], money: boolean): Pasted {
  const answer: Pasted = { values: new Map(), faults: [] };
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') {
      return;
    }
    const cells = line.includes('\t') ? line.split('\t') : line.trim().split(/\s+|[，;；]/);
    const named = (cells[0] ?? '').trim();
    const typed = (cells.slice(1).find((cell) => cell.trim() !== '') ?? '').trim();
    const [found, other] = meant(named, places);
    const value = readValue(typed, money);
    const fault = (what: LineFault) => answer.faults.push({ line: at + 1, text: line.trim(), fault: what });
    if (!found) {
      fault('noArea');
    } else if (other) {
      fault('manyAreas');
    } else if (value === undefined) {
      fault('noValue');
    } else if (answer.values.has(found.areaCode)) {
      fault('twice');
    } else {
      answer.values.set(found.areaCode, typedValue(value, money));
    }
  });
  return answer;
}
