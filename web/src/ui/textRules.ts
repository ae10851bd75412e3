import type { FormItemProps } from 'antd';
import { useWords } from './i18n';
import { readCount, readFen, typedYuan } from './numbers';
import { words } from './words';

type Rules = NonNullable<FormItemProps['rules']>;

const refused = (says: string) => Promise.reject(new Error(says));

/** For a text: not blank where it is required, and no longer than the server takes. A field never cuts off what is pasted. */
export function useTextRules(): (max: number, required?: boolean) => Rules {
  const w = useWords(words);
  return (max, required = false) => [
    { required, whitespace: true },
    {
      validator: (_, text: string | undefined) => {
        const length = text?.trim().length ?? 0;
        return length > max ? refused(w.tooLong(max, length)) : Promise.resolve();
      },
    },
  ];
}

/** The most that the server takes for a number of things, and for fen. */
export const COUNT_MAX = 1_000_000;
export const FEN_MAX = 1_000_000_000_000;

/** The least and the most of an amount. */
interface FenBounds {
  min: number;
  max: number;
}

/** Whole yuan without decimals. */
const shortYuan = (fen: number): string => typedYuan(fen).replace(/\.00$/, '');

/** For a whole number, or an amount in yuan, as text. */
export function useNumberRules(): (kind: 'COUNT' | 'MONEY', required?: boolean, bounds?: Partial<FenBounds>) => Rules {
  const w = useWords(words);
  return (kind, required = false, { min = 0, max = FEN_MAX } = {}) => [
    { required, whitespace: true },
    {
      validator: (_, text: string | undefined) => {
        if (!text?.trim()) {
          return Promise.resolve();
        }
        if (kind === 'COUNT') {
          return (readCount(text) ?? Infinity) > COUNT_MAX ? refused(w.noCount(COUNT_MAX)) : Promise.resolve();
        }
        const fen = readFen(text) ?? Infinity;
        return fen < min || fen > max ? refused(w.noYuan(shortYuan(min), shortYuan(max))) : Promise.resolve();
      },
    },
  ];
}
