import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session';
import { MomentText } from '../../ui/DateText';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateTag } from '../../ui/StateTag';
import { useClose, useInviteAgain, type Issued, type User } from './queries';
import { stateOf, TONES } from './state';
import { words } from './words';

/** One user, and what an administrator can do about them. */
export function UserPanel({ user, issued }: { user: User; issued: (invitation: Issued) => void }) {
  const w = useWords(words);
  const state = stateOf(user);
  const facts: [string, ReactNode][] = [
    [w.login, user.login],
    [w.role, user.roleTitle],
    [w.area, user.areaPath],
    [w.state, <StateTag tone={TONES[state]}>{w[state]}</StateTag>],
    [w.lastSeen, user.lastSeenAt ? <MomentText at={user.lastSeenAt} /> : w.neverSeen],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="secondary form-note">{w[`${state}Note`]}</p>
      {state !== 'closed' && <Deeds user={user} issued={issued} />}
    </>
  );
}

function Deeds({ user, issued }: { user: User; issued: (invitation: Issued) => void }) {
  const w = useWords(words);
  const { modal, message } = App.useApp();
  const again = useInviteAgain();
  const close = useClose();
  const isOneself = useSession().user.id === user.id;

  const askToClose = () =>
    modal.confirm({
      title: w.closeAsk(user.name, user.login),
      content: w.closeNote,
      okText: w.close,
      okButtonProps: { danger: true },
      cancelText: w.keep,
      focusable: { autoFocusButton: 'cancel' },
      onOk: () =>
        close
          .mutateAsync(user)
          .then(() => message.success(w.closeDone(user.name)))
          // Shown in the panel below.
          .catch(() => undefined),
    });
  return (
    <div className="user-deeds">
      <Button loading={again.isPending} onClick={() => again.mutate(user, { onSuccess: issued })}>
        {w.inviteAgain}
      </Button>
      <p className="secondary">{w.inviteAgainNote}</p>
      {again.isError && <ProblemAlert problem={again.error} />}
      <Button danger disabled={isOneself} loading={close.isPending} onClick={askToClose}>
        {w.close}
      </Button>
      <p className="secondary">{isOneself ? w.closeOneself : w.closeNote}</p>
      {close.isError && <ProblemAlert problem={close.error} />}
    </div>
  );
}
