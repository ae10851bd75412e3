import type { ReactNode } from 'react';
import { setLanguage, useLanguage, useWords } from '../../ui/i18n';
import { words } from './words';

/** A page at the door of the platform: a single card, without the areas of work. */
export function DoorPage({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(words);
  const language = useLanguage();
  return (
    <main className="sign-in">
      <title>{`${title} · ${w.product}`}</title>
      <section className="sign-in-card">
        <header>
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <h1>{w.product}</h1>
        </header>
        {children}
        <footer className="secondary">
          <span />
          <button type="button" className="plain-link" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
            {w.language}
          </button>
        </footer>
      </section>
    </main>
  );
}
