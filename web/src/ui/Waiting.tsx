import { useEffect, useState, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { formatCount } from './format';
import { useWords } from './i18n';
import { ProblemAlert } from './ProblemAlert';
import { words } from './words';

const PATIENCE_MS = 300;

/** Grey lines in the place of what is being read; nothing for the first 300 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const w = useWords(words);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status" aria-label={w.loading}>
      {visible && Array.from({ length: lines }, (_, line) => <div key={line} className="skeleton-line" />)}
    </div>
  );
}

interface ProgressProps {
  done: number;
  /** 0 while nobody knows how many there are. */
  total: number;
  label: string;
}

/** How far long work has come: a bar, and the count. */
export function Progress({ done, total, label }: ProgressProps) {
  const w = useWords(words);
  return (
    <div className="progress">
      <progress aria-label={label} {...(total > 0 && { value: done, max: total })} />
      <span className="figures">{total > 0 ? w.count(formatCount(done), formatCount(total)) : formatCount(done)}</span>
    </div>
  );
}

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
  lines?: number;
}

/** A query's data, or the wait for it, or why it did not come. */
export function Loaded<Data>({ query, children, lines }: LoadedProps<Data>) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.isError) {
    return <ProblemAlert problem={query.error} retry={() => void query.refetch()} />;
  }
  return <Skeleton {...(lines !== undefined && { lines })} />;
}
