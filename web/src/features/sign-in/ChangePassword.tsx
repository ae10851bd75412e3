import { Button, Form, Input } from 'antd';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { NewPassword } from './NewPassword';
import { useChangePassword } from './queries';
import { words } from './words';

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
          },
        )
      }
    >
      <Refused problem={change.error} />
      <Form.Item name="former" label={formerLabel} rules={[{ required: true, message: w.formerMissing }]}>
        <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
      </Form.Item>
      <NewPassword />
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {w.change}
      </Button>
    </Form>
  );
}
