import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/session';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useTry, type Draft } from './queries';
import { words } from './words';

/** Tries the draft on the whole register: who enters, leaves, gains and loses, and what it costs. */
export function WhatIf({ draft }: { draft: Draft }) {
  const w = useWords(words);
  const navigate = useNavigate();
  const mayTry = useCan('trial.run');
  const trial = useTry(draft.id);
  if (!mayTry || draft.state === 'PUBLISHED' || draft.state === 'DROPPED') {
    return null;
  }
  const not = draft.outdated
    ? w.tryOutdated
    : draft.faults.length > 0
      ? w.tryFaulty
      : draft.files.length === 0
        ? w.noChanges
        : undefined;
  return (
    <section aria-label={w.whatIf}>
      <h2>{w.whatIf}</h2>
      <p className="secondary draft-hint">{not ?? w.tryNote}</p>
      {!not && (
        <Button
          loading={trial.isPending}
          onClick={() => trial.mutate(undefined, { onSuccess: (scenario) => void navigate(`/trials/${scenario.id}`) })}
        >
          {w.try}
        </Button>
      )}
      {trial.isError && <ProblemAlert problem={trial.error} />}
    </section>
  );
}
