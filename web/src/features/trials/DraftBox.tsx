import { Link } from 'react-router';
import { useWords } from '../../ui/i18n';
import { MomentText } from '../../ui/DateText';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { parted } from './parts';
import { useTriedParts, type Answer, type TriedPart } from './queries';
import { words } from './words';

interface Props {
  draft: string;
  answer: Answer | undefined;
  /** Why there is no answer. */
  problem: Error | null;
}

/** The draft that is tried: of which state of it the answer speaks, and what of it is in no figure. */
export function DraftBox({ draft, answer, problem }: Props) {
  const w = useWords(words);
  const state = answer?.draft;
  const parts = useTriedParts(draft, state?.change);
  const refused = problem ?? parts.error;
  const title = state?.title ?? parts.data?.title;
  const shown = state ?? parts.data;
  const { counted, later, demanded, left } = parted(parts.data?.parts ?? [], answer?.month);
  return (
    <section className="box trial-draft" aria-label={w.draft}>
      <h2>
        {w.draft} <Link to={`/drafts/${draft}`}>{title ?? w.draftOpen}</Link>
      </h2>
      {refused ? (
        <ProblemAlert problem={refused} />
      ) : (
        <>
          {shown && (
            <p className="secondary">
              {w.draftState(shown.change)} <MomentText at={shown.changedAt} />
              {w.draftFollows}
            </p>
          )}
          <Parts title={w.draftCounted} parts={counted} />
          <Parts title={w.draftLater(answer?.month.slice(0, 7) ?? '')} parts={later} />
          <Parts title={w.draftDemanded} parts={demanded} />
          <Parts title={w.draftLeft} parts={left} />
        </>
      )}
    </section>
  );
}

function Parts({ title, parts }: { title: string; parts: readonly TriedPart[] }) {
  const w = useWords(words);
  return (
    parts.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul>
          {parts.map((part) => (
            <li key={part.text}>
              {part.text}
              {part.reach !== 'COUNTED' && part.reach !== 'DEMANDED' && (
                <span className="secondary"> {w[part.reach]}</span>
              )}
            </li>
          ))}
        </ul>
      </>
    )
  );
}
