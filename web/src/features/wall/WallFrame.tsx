import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { setLanguage, useLanguage, useWords } from '../../ui/i18n';
import { words } from './words';
import './wall.css';

/** A public page: no menu, no sign-in, large enough to be read at a counter. */
export function WallFrame({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(words);
  const language = useLanguage();
  return (
    <div className="wall">
      <title>{title}</title>
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

/** A code that a phone reads. */
export function Code({ svg, url, caption }: { svg: string; url: string; caption: string }) {
  return (
    <figure className="wall-code">
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={url} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
