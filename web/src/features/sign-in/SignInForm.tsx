import { Button, Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { Problem } from '../../api/problem';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import type { useSignIn } from './queries';
import { words } from './words';

type SignIn = ReturnType<typeof useSignIn>;

/** Whether the server wants the one-time code as well. */
const wantsCode = (problem: unknown): boolean => problem instanceof Problem && problem.code === 'access.code-needed';

/** Name and password, and the one-time code once the server asks for it. `known` is the name where it is known already. */
export function SignInForm({ signIn, known }: { signIn: SignIn; known: string }) {
  const w = useWords(words);
  const id = useId();
  const [login, setLogin] = useState(known);
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
        autoFocus={known === ''}
        required
        maxLength={40}
      />
      <label htmlFor={`${id}password`}>{w.password}</label>
      <Input.Password
        id={`${id}password`}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoFocus={known !== ''}
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
            onChange={(event) => setCode(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
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
