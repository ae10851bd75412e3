import { Form, Input, Modal, Select } from 'antd';
import { AreaPicker } from '../../ui/AreaPicker';
import { signs, useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { Loaded } from '../../ui/Waiting';
import { useInvite, useRoles, type Issued, type Role } from './queries';
import { words } from './words';

const NAME_MAX = 60;
const LOGIN_MAX = 40;

interface Values {
  name: string;
  login: string;
  role: string;
  areaCode: string;
}

interface Props {
  close: () => void;
  invited: (made: Issued) => void;
}

/** Invites somebody: who, as what, where. */
export function InviteForm({ close, invited }: Props) {
  const w = useWords(words);
  const [form] = Form.useForm<Values>();
  const roles = useRoles();
  const invite = useInvite();
  return (
    <Modal
      open
      title={w.invite}
      okText={w.inviteDo}
      cancelText={w.cancel}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={invite.isPending}
      okButtonProps={{ disabled: roles.data === undefined }}
    >
      <p className="secondary form-note">{w.inviteNote}</p>
      <Loaded query={roles}>
        {(all) => (
          <Form<Values>
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={(values) => invite.mutate(values, { onSuccess: invited })}
          >
            <Refused problem={invite.error} />
            <Fields roles={all} />
          </Form>
        )}
      </Loaded>
    </Modal>
  );
}

function Fields({ roles }: { roles: readonly Role[] }) {
  const w = useWords(words);
  const text = useTextRules();
  const form = Form.useFormInstance<Values>();
  const chosen = Form.useWatch<string | undefined>('role', form);
  const role = roles.find((candidate) => candidate.id === chosen);
  return (
    <>
      <Form.Item
        name="name"
        label={w.name}
        rules={[{ required: true, whitespace: true, message: w.nameMissing }, ...text(NAME_MAX)]}
      >
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="login"
        label={w.login}
        extra={w.loginNote}
        rules={[{ required: true, min: 2, message: w.loginMissing }, ...text(LOGIN_MAX)]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="role"
        label={w.role}
        extra={role?.needsCode && w.needsCode}
        rules={[{ required: true, message: w.roleMissing }]}
      >
        <Select
          options={roles.map(({ id, title, level }) => ({ value: id, label: `${title}${signs().inside(w[level])}` }))}
          // Areas of another level do not fit another role.
          onChange={() => form.setFields([{ name: 'areaCode', value: undefined, errors: [] }])}
        />
      </Form.Item>
      <Form.Item
        name="areaCode"
        label={w.area}
        extra={role ? w.areaOf(w[role.level]) : w.roleFirst}
        rules={[{ required: true, message: w.areaMissing }]}
      >
        <AreaPicker level={role?.level} disabled={role === undefined} />
      </Form.Item>
    </>
  );
}
