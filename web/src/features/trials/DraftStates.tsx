import { Link } from 'react-router';
import { MomentText } from '../../ui/DateText';
import { useWords } from '../../ui/i18n';
import type { Scenario } from './queries';
import { words } from './words';

/** Of which state of a draft each scenario speaks, and what has become of the draft since. */
export function DraftStates({ scenarios }: { scenarios: readonly Scenario[] }) {
  const w = useWords(words);
  const tried = scenarios.filter((one) => one.result?.draft);
  return (
    tried.length > 0 && (
      <section aria-label={w.draftStates}>
        <h3>{w.draftStates}</h3>
        <ul className="trial-states">
          {tried.map((one) => (
            <li key={one.id}>
              <DraftState scenario={one} />
            </li>
          ))}
        </ul>
      </section>
    )
  );
}

function DraftState({ scenario: { name, result, draft: now } }: { scenario: Scenario }) {
  const w = useWords(words);
  const then = result?.draft;
  if (!then) {
    return null;
  }
  const changed = now !== undefined && now.change !== then.change;
  return (
    <>
      <strong>{name}</strong> <Link to={`/drafts/${then.id}`}>{then.title}</Link>{' '}
      <span className="secondary">
        {w.draftState(then.change)} <MomentText at={then.changedAt} />
      </span>
      {now && (
        <div className={changed ? 'trial-stale' : 'secondary'}>
          {w[`draft${now.state}`]}
          {changed ? w.draftChangedSince(now.change) : w.draftSame}
        </div>
      )}
    </>
  );
}
