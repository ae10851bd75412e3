import { Link } from 'react-router';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { StateTag, type Tone } from '../../ui/StateTag';
import type { Failed, Line, Recipient, Run, Sum } from './queries';
import { words } from './words';

/** How many rows a page of a list has; a card of a phone is as high as three rows. */
export const DESK_ROWS = 50;
export const PHONE_ROWS = 15;

const RUN_TONES: Readonly<Record<Run['state'], Tone>> = {
  PREPARING: 'active',
  PREVIEW: 'attention',
  CONFIRMED: 'attention',
  SENT: 'active',
  SETTLED: 'settled',
  DROPPED: 'neutral',
};

export function RunState({ state }: { state: Run['state'] }) {
  const w = useWords(words);
  return <StateTag tone={RUN_TONES[state]}>{w[state]}</StateTag>;
}

const RESULT_TONES: Readonly<Record<Recipient['state'], Tone>> = {
  PREVIEW: 'neutral',
  HELD: 'attention',
  NOTHING: 'neutral',
  PENDING: 'active',
  PAID: 'settled',
  FAILED: 'refused',
};

/** What became of a payment, with the bank's reason where it failed. */
export function Result({ recipient }: { recipient: Recipient }) {
  const w = useWords(words);
  return (
    <>
      <StateTag tone={RESULT_TONES[recipient.state]}>{w[`state${recipient.state}`]}</StateTag>
      {recipient.state === 'FAILED' && recipient.failure && <span className="secondary"> {recipient.failure}</span>}
      {recipient.heldFor && <span className="secondary"> {w[recipient.heldFor]}</span>}
    </>
  );
}

const REMEDY_TONES: Readonly<Record<Failed['remedy'], Tone>> = {
  OPEN: 'attention',
  CORRECTED: 'active',
  STATED: 'active',
  REISSUED: 'settled',
};

/** What was done about a payment that failed. */
export function Remedy({ remedy }: { remedy: Failed['remedy'] }) {
  const w = useWords(words);
  return <StateTag tone={REMEDY_TONES[remedy]}>{w[remedy === 'REISSUED' ? 'REISSUED_LATER' : remedy]}</StateTag>;
}

/** Months and reasons in a line: 2016-10 不变 · 补发 2016-07 至 2016-09. */
export function Reasons({ lines }: { lines: readonly Line[] }) {
  const w = useWords(words);
  return (
    <>
      {grouped(lines)
        .map(([reason, months]) => `${w[reason]} ${months}`)
        .join(' · ')}
    </>
  );
}

/** Lines of the same reason together, newest first, as one month or from the first to the last. */
export function grouped(lines: readonly Line[]): [Line['reason'], string][] {
  const months = new Map<Line['reason'], string[]>();
  for (const line of lines) {
    months.set(line.reason, [...(months.get(line.reason) ?? []), line.month]);
  }
  return [...months].map(([reason, of]) => {
    const sorted = [...new Set(of)].sort();
    const first = sorted[0] ?? '';
    const last = sorted.at(-1) ?? '';
    return [reason, first === last ? first : `${first}～${last}`];
  });
}

interface SumsProps {
  title: string;
  sums: readonly Sum[];
  /** What makes up the difference to the total of the others. */
  rest?: readonly Sum[];
  /** Where the rows are that a sum counts. */
  to?: (sum: Sum) => string;
}

/** A few sums with their total, each a link to the rows it counts. */
export function SumTable({ title, sums, rest = [], to }: SumsProps) {
  const w = useWords(words);
  const total = [...sums, ...rest].reduce((fen, sum) => fen + sum.fen, 0);
  if (sums.length === 0) {
    return null;
  }
  return (
    <table className="payment-sums">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col">{w.recipients}</th>
          <th scope="col">{w.amount}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map((sum) => (
          <tr key={sum.key}>
            <th scope="row">{sum.title}</th>
            <td>{to ? <Link to={to(sum)}>{formatCount(sum.recipients)}</Link> : formatCount(sum.recipients)}</td>
            <td>
              <Money fen={sum.fen} bare />
            </td>
          </tr>
        ))}
        {rest.map((sum) => (
          <tr key={sum.key} className="secondary">
            <th scope="row">{sum.title}</th>
            <td>{formatCount(sum.recipients)}</td>
            <td>
              <Money fen={sum.fen} bare />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {w.total}
          </th>
          <td>
            <Money fen={total} bare />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
