import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { DateText } from '../../ui/DateText';
import { setLanguage, useLanguage, useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useWelcome } from './queries';
import { words } from './words';
import './wall.css';

/** A public page: no menu, no sign-in, large enough to be read at a counter. */
export function WallFrame({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(words);
  const language = useLanguage();
  const welcome = useWelcome().data;
  return (
    <div className="wall">
      <title>{title}</title>
      {welcome?.demo && (
        <p className="wall-demo">
          <span className="demo-mark">{w.demo}</span> {w.demoNote}
        </p>
      )}
      <header className="wall-head no-print">
        <Link to="/wall">{w.title}</Link>
        <nav>
          <Link to="/wall/objection">{w.follow}</Link>
          <Link to="/sign-in">{w.signIn}</Link>
          <Button type="link" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
            {w.language}
          </Button>
        </nav>
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}

/** What is not, or not any more, with the way back to the wall. */
export function Gone({ problem }: { problem: unknown }) {
  const w = useWords(words);
  return (
    <WallFrame title={w.title}>
      <ProblemAlert problem={problem} />
      <p>
        <Link to="/wall">{w.back}</Link>
      </p>
    </WallFrame>
  );
}

/** From when to when a notice hangs; a long-term list has no end. */
export function Hung({ from, to }: { from: string; to?: string | undefined }) {
  const w = useWords(words);
  return (
    <span className="figures">
      {to ? (
        <>
          <DateText date={from} /> {w.to} <DateText date={to} />
        </>
      ) : (
        w.since(from)
      )}
    </span>
  );
}

/** A code that a phone reads. */
export function Code({ svg, url, caption }: { svg: string; url: string; caption: string }) {
  return (
    <figure className="wall-code">
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={url} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
