import { Alert, Button } from 'antd';
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
        (mend || said?.pointer) && (
          <>
            {mend}
            {said?.pointer && <div>{w.where(places[said.pointer] ?? said.pointer)}</div>}
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
