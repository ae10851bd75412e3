import { Button, Form, Input } from 'antd';
import { fieldOf, showAtField } from '../../ui/formProblem';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { NewPassword } from './NewPassword';
import { useChangePassword } from './queries';
import { words } from './words';

const FIELDS = ['former', 'password'] as const;

interface Values {
  former: string;
  password: string;
  repeated: string;
}

/** Replaces one's own password. `formerLabel` says which password the present one is. */
export function ChangePassword({ formerLabel, changed }: { formerLabel: string; changed: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Values>();
  const change = useChangePassword();
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ former, password }) =>
        change.mutate(
          { former, password },
          {
            onSuccess: () => {
              form.resetFields();
              changed();
            },
            onError: (problem) => showAtField(form, problem, FIELDS),
          },
        )
      }
    >
      <Form.Item name="former" label={formerLabel} rules={[{ required: true, message: w.formerMissing }]}>
        <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
      </Form.Item>
      <NewPassword />
      {change.isError && !fieldOf(change.error, FIELDS) && <ProblemAlert problem={change.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {w.change}
      </Button>
    </Form>
  );
}
