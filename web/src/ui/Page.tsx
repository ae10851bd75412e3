import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from './i18n';
import { words } from './words';

interface Props {
  title: string;
  /** Beside the title: a state, a count. */
  note?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
  /** Lesser actions, before the primary one. */
  extra?: ReactNode;
  /** The way here, from large to small, without this page. */
  trail?: readonly { title: string; to: string }[];
  children: ReactNode;
}

/** A page: where it is, its title, at most one primary action, its content. */
export function Page({ title, note, action, extra, trail, children }: Props) {
  const w = useWords(words);
  return (
    <div className="page">
      <title>{`${title} · ${w.product}`}</title>
      {trail && trail.length > 0 && (
        <nav className="trail no-print">
          {trail.map(({ title: name, to }) => (
            <span key={to}>
              <Link to={to}>{name}</Link> /{' '}
            </span>
          ))}
          <span aria-current="page">{title}</span>
        </nav>
      )}
      <header className="page-head">
        <h1>
          {title} {note && <span className="page-note">{note}</span>}
        </h1>
        {(extra ?? action) && (
          <div className="page-actions no-print">
            {extra}
            {action}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}
