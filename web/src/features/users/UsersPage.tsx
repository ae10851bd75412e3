import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../ui/DataTable';
import { MomentText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { FilterText } from '../../ui/Filters';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { StateTag } from '../../ui/StateTag';
import { InviteForm } from './InviteForm';
import { IssuedInvitation } from './IssuedInvitation';
import { loadUsers, USERS, type Issued, type User } from './queries';
import { stateOf, TONES } from './state';
import { UserPanel } from './UserPanel';
import { words } from './words';

/** Who may use the platform in the caller's area, as what and where. */
export function Component() {
  const w = useWords(words);
  const [inviting, setInviting] = useState(false);
  const [issued, setIssued] = useState<Issued>();
  const invite = (
    <Button type="primary" icon={<UserAddOutlined />} onClick={() => setInviting(true)}>
      {w.invite}
    </Button>
  );
  return (
    <Page title={w.title} action={invite}>
      <DataTable<User>
        queryKey={USERS}
        load={loadUsers}
        rowKey={(user) => user.id}
        label={w.title}
        columns={[
          { key: 'name', title: w.name, render: (user) => user.name },
          { key: 'login', title: w.login, render: (user) => user.login },
          { key: 'role', title: w.role, render: (user) => user.roleTitle },
          { key: 'area', title: w.area, render: (user) => user.areaPath, secondary: true },
          { key: 'state', title: w.state, render: (user) => <UserStateTag user={user} /> },
          {
            key: 'seen',
            title: w.lastSeen,
            render: (user) => (user.lastSeenAt ? <MomentText at={user.lastSeenAt} /> : w.neverSeen),
          },
        ]}
        filters={(list) => <FilterText list={list} name="q" label={w.search} />}
        empty={<Empty title={w.nobody}>{w.nobodyNote}</Empty>}
        panel={{
          title: (_, user) => user?.name ?? w.title,
          content: (key, user) =>
            user ? <UserPanel key={key} user={user} issued={setIssued} /> : <Empty title={w.notHere} />,
        }}
      />
      {inviting && (
        <InviteForm
          close={() => setInviting(false)}
          invited={(made) => {
            setInviting(false);
            setIssued(made);
          }}
        />
      )}
      {issued && <IssuedInvitation issued={issued} close={() => setIssued(undefined)} />}
    </Page>
  );
}

export function UserStateTag({ user }: { user: User }) {
  const w = useWords(words);
  const state = stateOf(user);
  return <StateTag tone={TONES[state]}>{w[state]}</StateTag>;
}
