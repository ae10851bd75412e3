import { Alert, Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { Problem } from '../api/problem';
import { useWords } from './i18n';
import { words } from './words';

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

/** What is said where the server itself said nothing fit to read. */
function fallback(problem: unknown, w: Words): [title: string, mend: string] {
  if (!(problem instanceof Problem)) {
    return [w.problemChunk, w.problemChunkMend];
  }
  if (problem.status === 0) {
    return [w.problemNetwork, w.problemNetworkMend];
  }
  if (problem.status === 403) {
    return [w.problemForbidden, w.problemForbiddenMend];
  }
  if (problem.status === 404) {
    return [w.problemMissing, w.problemMissingMend];
  }
  return problem.status >= 500 ? [w.problemServer, w.problemServerMend] : [w.problemTitle, ''];
}

/**
 * What the page calls the field that a refusal points to, `/facts/birth_date` by the label of the form's field; empty
 * where there is none, because a pointer by itself tells people nothing.
 */
function labelOf(pointer: string): string {
  const id = pointer.slice(1).replaceAll('/', '_');
  return id === '' ? '' : (document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent ?? '');
}

/** A form's labels are there before its refusals: nothing to be told of. */
const unchanging = () => () => undefined;

interface Props {
  problem: unknown;
  retry?: (() => void) | undefined;
  /** What the button says; 重试 unless told. */
  retryLabel?: string | undefined;
  /** What people call the places of a form, by the server's pointer to them. */
  places?: Readonly<Record<string, string>> | undefined;
}

/** What went wrong, where, and how to mend it. */
export function ProblemAlert({ problem, retry, retryLabel, places = {} }: Props) {
  const w = useWords(words);
  const said = problem instanceof Problem ? problem : undefined;
  const field = useSyncExternalStore(unchanging, () => labelOf(said?.pointer ?? ''));
  const where = (said?.pointer && places[said.pointer]) || field;
  const [title, mend] = said?.title
    ? [said.title, said.detail]
    : said?.detail
      ? [said.detail, '']
      : fallback(problem, w);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={title}
      description={
        (mend || where) && (
          <>
            {mend}
            {where && <div>{w.where(where)}</div>}
          </>
        )
      }
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {retryLabel ?? w.retry}
          </Button>
        )
      }
    />
  );
}
