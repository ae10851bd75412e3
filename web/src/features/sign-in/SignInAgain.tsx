import { Button, Modal } from 'antd';
import type { QueryClient } from '@tanstack/react-query';
import { resumeSession, type Session } from '../../api/session';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { tokens } from '../../ui/theme';
import { useDemoSignIn, useSignIn } from './queries';
import { SignInForm } from './SignInForm';
import { words } from './words';

/** Stands before a page whose session has ended; behind it stays what was typed. */
export default function SignInAgain({ former }: { former: Session }) {
  const w = useWords(words);
  const resume = (client: QueryClient, session: Session) => resumeSession(client, former, session);
  const signIn = useSignIn(resume);
  const demoSignIn = useDemoSignIn(resume);
  const { login, name } = former.user;
  return (
    <Modal
      open
      centered
      width={400}
      title={w.endedTitle}
      closable={false}
      keyboard={false}
      footer={null}
      // Whoever comes to an empty desk reads nobody's file.
      styles={{ mask: { background: tokens.ground } }}
    >
      <p className="secondary form-note">{w.endedNote(name)}</p>
      {former.demo && (
        <div className="form-note">
          <Button block loading={demoSignIn.isPending} onClick={() => demoSignIn.mutate(login)}>
            {w.demoGoOn(name)}
          </Button>
          {demoSignIn.isError && <ProblemAlert problem={demoSignIn.error} />}
        </div>
      )}
      <SignInForm signIn={signIn} known={login} />
      <p className="form-note">
        <a href="/sign-in">{w.endedLeave}</a>
      </p>
    </Modal>
  );
}
