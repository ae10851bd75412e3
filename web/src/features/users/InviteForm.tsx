import { Form, Input, Modal, Select } from 'antd';
import { AreaPicker } from '../../ui/AreaPicker';
import { fieldOf, showAtField } from '../../ui/formProblem';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Loaded } from '../../ui/Waiting';
import { useInvite, useRoles, type Issued, type Role } from './queries';
import { words } from './words';

const FIELDS = ['name', 'login', 'role', 'areaCode'] as const;

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
            onFinish={(values) =>
              invite.mutate(values, {
                onSuccess: invited,
                onError: (problem) => showAtField(form, problem, FIELDS),
              })
            }
          >
            <Fields roles={all} />
            {invite.isError && !fieldOf(invite.error, FIELDS) && <ProblemAlert problem={invite.error} />}
          </Form>
        )}
      </Loaded>
    </Modal>
  );
}

function Fields({ roles }: { roles: readonly Role[] }) {
  const w = useWords(words);
  const form = Form.useFormInstance<Values>();
  const chosen = Form.useWatch<string | undefined>('role', form);
  const role = roles.find((candidate) => candidate.id === chosen);
  return (
    <>
      <Form.Item name="name" label={w.name} rules={[{ required: true, whitespace: true, message: w.nameMissing }]}>
        <Input maxLength={60} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="login"
        label={w.login}
        extra={w.loginNote}
        rules={[{ required: true, min: 2, message: w.loginMissing }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="role"
        label={w.role}
        extra={role?.needsCode && w.needsCode}
        rules={[{ required: true, message: w.roleMissing }]}
      >
        <Select
          options={roles.map(({ id, title, level }) => ({ value: id, label: `${title}（${w[level]}）` }))}
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
