import type { Schema } from '../../api/client';
import { ClauseTree } from '../../ui/ClauseTree';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { StateTag, type Tone } from '../../ui/StateTag';
import { words } from './words';

const TONES: Readonly<Record<string, Tone>> = {
  ELIGIBLE: 'settled',
  NOT_ELIGIBLE: 'neutral',
  UNDETERMINED: 'attention',
};

/** Eligible with the amount, not eligible, or not to be said yet. */
export function Outcome({
  outcome,
  amountFen,
  period,
}: {
  outcome: string;
  amountFen?: number | null | undefined;
  /** What the amount is per, as the server says it. */
  period: string;
}) {
  const w = useWords(words);
  const texts: Readonly<Record<string, string>> = {
    ELIGIBLE: w.ELIGIBLE,
    NOT_ELIGIBLE: w.NOT_ELIGIBLE,
    UNDETERMINED: w.UNDETERMINED,
  };
  return (
    <span className="outcome">
      <StateTag tone={TONES[outcome] ?? 'neutral'}>{texts[outcome] ?? outcome}</StateTag>
      {amountFen !== undefined && amountFen !== null && (
        <strong>
          <Money fen={amountFen} per={w.per(period)} />
        </strong>
      )}
    </span>
  );
}

/** What the rules say today, clause by clause. */
export function Opinion({ opinion }: { opinion: Schema['ExplanationView'] }) {
  const w = useWords(words);
  return (
    <section className="box" aria-label={w.opinion}>
      <h2>
        {w.opinion} <Outcome outcome={opinion.outcome} amountFen={opinion.amountFen} period={opinion.period} />
      </h2>
      <ClauseTree nodes={opinion.nodes} label={w.opinion} />
    </section>
  );
}
