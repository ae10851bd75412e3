import { formatFen } from './format';
import { useWords } from './i18n';
import { words } from './words';

interface Props {
  fen: number;
  /** Without the word 元, where the column's head says it. */
  bare?: boolean;
  /** What it is paid by, such as `/月`. */
  per?: string;
}

/** An amount: 1,234.50 元, in figures of one width. Columns of amounts take `align: 'right'`. */
export function Money({ fen, bare = false, per = '' }: Props) {
  const w = useWords(words);
  return (
    <span className="money">
      {formatFen(fen)}
      {!bare && ` ${w.yuan}${per}`}
    </span>
  );
}
