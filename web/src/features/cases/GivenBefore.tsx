import { Link } from 'react-router';
import type { Schema } from '../../api/client';
import { signs, useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { StateTag } from '../../ui/StateTag';
import { words } from './words';

interface Props {
  before: readonly Schema['GivenView'][];
  /** Whether it is for this year, so that it cannot be granted again. */
  given?: boolean;
}

/** What other cases gave once, or for a year, so that nobody is given the same again unawares. */
export function GivenBefore({ before, given = false }: Props) {
  const w = useWords(words);
  return (
    before.length > 0 && (
      <p className="given-before">
        {given && <StateTag tone="attention">{w.givenThisYear}</StateTag>}
        <span className="secondary">
          {w.givenBefore}
          {signs().colon}
        </span>
        {before.map((one) => (
          <span key={`${one.caseId} ${one.month}`}>
            <Link to={`/cases/${one.caseId}`}>{one.number}</Link> <span className="figures">{one.month}</span>{' '}
            <Money fen={one.amountFen} />
          </span>
        ))}
      </p>
    )
  );
}
