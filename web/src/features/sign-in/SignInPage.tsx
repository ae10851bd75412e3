import { Navigate, useSearchParams } from 'react-router';
import type { Schema } from '../../api/client';
import { useSessionQuery } from '../../api/session';
import { DateText } from '../../ui/DateText';
import { setLanguage, useLanguage, useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { pathAfterSignIn } from './next';
import { useDemoSignIn, useSignIn, useWelcome } from './queries';
import { SignInForm } from './SignInForm';
import { words } from './words';

/** Sign-in: name and password, the one-time code when the server asks for it, and a demonstration's roles. */
export function Component() {
  const w = useWords(words);
  const language = useLanguage();
  const [search] = useSearchParams();
  const session = useSessionQuery();
  const welcome = useWelcome();
  const signIn = useSignIn();

  if (session.data) {
    return <Navigate to={pathAfterSignIn(search.get('next'))} replace />;
  }
  const demo = welcome.data?.demo ? welcome.data : undefined;
  return (
    <main className={demo ? 'sign-in sign-in-demo' : 'sign-in'}>
      <title>{`${w.title} · ${w.product}`}</title>
      <section className="sign-in-card">
        <header>
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <div>
            <h1>{w.product}</h1>
            <p className="secondary">{welcome.data?.authority ?? w.motto}</p>
          </div>
        </header>
        {welcome.isError && <ProblemAlert problem={welcome.error} retry={() => void welcome.refetch()} />}
        <SignInForm signIn={signIn} known={search.get('login') ?? ''} />
        <footer className="secondary">
          <span>{w.help}</span>
          <button type="button" className="plain-link" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
            {w.language}
          </button>
        </footer>
      </section>
      {demo && <DemoRoles welcome={demo} />}
    </main>
  );
}

function DemoRoles({ welcome }: { welcome: Schema['Welcome'] }) {
  const w = useWords(words);
  const signIn = useDemoSignIn();
  return (
    <section className="demo-roles" aria-label={w.demoUsers}>
      <h2>
        <span className="demo-mark">{w.demo}</span> {w.demoTitle}
      </h2>
      <p>{w.demoNote}</p>
      <p>
        {w.businessDate} <DateText date={welcome.today} withWeekday />
      </p>
      {signIn.isError && <ProblemAlert problem={signIn.error} />}
      <ul>
        {welcome.demoUsers.map((user) => (
          <li key={user.login}>
            <button type="button" disabled={signIn.isPending} onClick={() => signIn.mutate(user.login)}>
              <strong>{user.roleTitle}</strong>
              <span>{user.name}</span>
              <span className="secondary">{user.areaPath}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
