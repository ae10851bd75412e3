import { Button, Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import type { Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { useSessionQuery } from '../../api/session';
import { DateText } from '../../ui/DateText';
import { setLanguage, useLanguage, useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { pathAfterSignIn } from './next';
import { useDemoSignIn, useSignIn, useWelcome } from './queries';
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
        <SignInForm signIn={signIn} invited={search.get('login') ?? ''} />
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

type SignIn = ReturnType<typeof useSignIn>;

/** Whether the server wants the one-time code as well. */
const wantsCode = (problem: unknown): boolean => problem instanceof Problem && problem.code === 'access.code-needed';

/** `invited` is who has just taken up an invitation. */
function SignInForm({ signIn, invited }: { signIn: SignIn; invited: string }) {
  const w = useWords(words);
  const id = useId();
  const [login, setLogin] = useState(invited);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeWanted, setCodeWanted] = useState(false);
  const codeField = useRef<InputRef>(null);

  useEffect(() => {
    if (codeWanted) {
      codeField.current?.focus();
    }
  }, [codeWanted]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    signIn.mutate(
      { login: login.trim(), password, code },
      { onError: (problem) => setCodeWanted((was) => was || wantsCode(problem)) },
    );
  };

  return (
    <form onSubmit={submit} className="sign-in-form">
      <label htmlFor={`${id}login`}>{w.login}</label>
      <Input
        id={`${id}login`}
        value={login}
        onChange={(event) => setLogin(event.target.value)}
        autoComplete="username"
        autoFocus={invited === ''}
        required
        maxLength={40}
      />
      <label htmlFor={`${id}password`}>{w.password}</label>
      <Input.Password
        id={`${id}password`}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoFocus={invited !== ''}
        autoComplete="current-password"
        required
        maxLength={128}
      />
      {codeWanted && (
        <>
          <label htmlFor={`${id}code`}>{w.code}</label>
          <Input
            id={`${id}code`}
            ref={codeField}
            value={code}
            onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
            autoComplete="one-time-code"
            inputMode="numeric"
            placeholder={w.codeHint}
            required
            maxLength={6}
          />
        </>
      )}
      {signIn.isError && !wantsCode(signIn.error) && <ProblemAlert problem={signIn.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {w.submit}
      </Button>
    </form>
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
