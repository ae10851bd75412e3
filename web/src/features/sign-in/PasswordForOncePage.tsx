import { Button } from 'antd';
import { useState } from 'react';
import { signOut, useSession } from '../../api/session';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { ChangePassword } from './ChangePassword';
import { DoorPage } from './DoorPage';
import { words } from './words';

/** What stands before everything else while somebody's password is one that was given to them. */
export default function PasswordForOncePage() {
  const w = useWords(words);
  const { user } = useSession();
  const [problem, setProblem] = useState<unknown>();
  return (
    <DoorPage title={w.onceTitle}>
      <h2>{w.onceTitle}</h2>
      <p className="secondary door-note">{w.onceNote(user.name)}</p>
      <ChangePassword formerLabel={w.once} changed={() => undefined} />
      {problem !== undefined && <ProblemAlert problem={problem} />}
      <Button type="link" block onClick={() => void signOut().catch(setProblem)}>
        {w.leave}
      </Button>
    </DoorPage>
  );
}
