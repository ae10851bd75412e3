import { Button, Form, Input, Result } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { signOut } from '../../api/session';
import { CopyText } from '../../ui/CopyText';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Refused } from '../../ui/Refused';
import { Loaded } from '../../ui/Waiting';
import { DoorPage } from './DoorPage';
import { NewPassword } from './NewPassword';
import { useAccept, useInvitation } from './queries';
import { words } from './words';

type Invitation = Schema['Invitation'];

/** Taking up an invitation: who one will be, the secret of the one-time codes where they are needed, a password. */
export function Component() {
  const w = useWords(words);
  const { token = '' } = useParams();
  const invitation = useInvitation(token);
  const [accepted, setAccepted] = useState<Invitation>();
  const isGone = invitation.error instanceof Problem && invitation.error.status === 404;
  return (
    <DoorPage title={w.invitation}>
      {accepted ? (
        <Accepted login={accepted.login} />
      ) : isGone ? (
        <>
          <ProblemAlert problem={invitation.error} />
          <p className="door-note">
            <Link to="/sign-in">{w.toSignIn}</Link>
          </p>
        </>
      ) : (
        <Loaded query={invitation}>
          {(found) => <AcceptForm token={token} invitation={found} accepted={() => setAccepted(found)} />}
        </Loaded>
      )}
    </DoorPage>
  );
}

function Accepted({ login }: { login: string }) {
  const w = useWords(words);
  const [problem, setProblem] = useState<unknown>();
  return (
    <Result
      status="success"
      title={w.accepted}
      subTitle={w.acceptedNote(login)}
      extra={
        <>
          {problem !== undefined && <ProblemAlert problem={problem} />}
          <Button
            type="primary"
            size="large"
            // Whoever else is signed in at this browser is signed out first.
            onClick={() => void signOut(`/sign-in?login=${encodeURIComponent(login)}`).catch(setProblem)}
          >
            {w.toSignIn}
          </Button>
        </>
      }
    />
  );
}

interface Values {
  password: string;
  repeated: string;
  code?: string;
}

interface Props {
  token: string;
  invitation: Invitation;
  accepted: () => void;
}

function AcceptForm({ token, invitation, accepted }: Props) {
  const w = useWords(words);
  const [form] = Form.useForm<Values>();
  const accept = useAccept(token);
  const { login, name, roleTitle, areaPath, codeSecret, codeUri } = invitation;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ password, code = '' }) => accept.mutate({ password, code }, { onSuccess: accepted })}
    >
      <h2>{w.invited(name)}</h2>
      <Refused problem={accept.error} />
      <dl className="facts door-note">
        <div>
          <dt>{w.login}</dt>
          <dd>
            <strong>{login}</strong>
          </dd>
        </div>
        <div>
          <dt>{w.role}</dt>
          <dd>{roleTitle}</dd>
        </div>
        <div>
          <dt>{w.area}</dt>
          <dd>{areaPath}</dd>
        </div>
      </dl>
      {/* For the browser's own keeper of passwords. */}
      <input type="text" className="heard" autoComplete="username" value={login} readOnly tabIndex={-1} aria-hidden />
      {codeSecret && codeUri && <CodeSecret token={token} secret={codeSecret} uri={codeUri} />}
      {codeSecret && <h3 className="step">{w.stepPassword}</h3>}
      <NewPassword login={login} />
      <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
        {w.accept}
      </Button>
    </Form>
  );
}

/** A secret as people type it from a screen into a phone: four letters at a time. */
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The secret of the one-time codes for an authenticator: as a picture, as a link on the phone itself, as a text. */
function CodeSecret({ token, secret, uri }: { token: string; secret: string; uri: string }) {
  const w = useWords(words);
  return (
    <>
      <h3 className="step">{w.stepCode}</h3>
      <p className="secondary">{w.codeWhy}</p>
      <img
        className="code-picture"
        src={`/api/invitations/${encodeURIComponent(token)}/code.svg`}
        alt={w.codePicture}
        width={184}
        height={184}
      />
      <p className="door-note">
        <a href={uri}>{w.codeHere}</a>
      </p>
      <p className="secondary">{w.codeByHand}</p>
      <CopyText text={secret} label={w.codeSecret} shown={inGroups(secret)} />
      <Form.Item
        name="code"
        label={w.codeNow}
        getValueFromEvent={(event: { target: { value: string } }) =>
          event.target.value.normalize('NFKC').replace(/\D/g, '')
        }
        rules={[{ required: true, len: 6, message: w.codeMissing }]}
        validateTrigger="onSubmit"
      >
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} placeholder={w.codeHint} />
      </Form.Item>
    </>
  );
}
