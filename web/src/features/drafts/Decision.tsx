import { App, Form, Input, Modal } from 'antd';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { useDecide, type Draft, type Verdict } from './queries';
import { words } from './words';

const REASON_MAX = 500;

/** Approves a draft, gives it back or gives it up. */
export function Decision({ draft, verdict, close }: { draft: Draft; verdict: Verdict; close: () => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const decide = useDecide(draft.id);
  const text = useTextRules();
  const [form] = Form.useForm<{ reason?: string }>();
  const title = { approve: w.approve, refuse: w.refuse, drop: w.drop }[verdict];
  const done = { approve: w.approved, refuse: w.refused, drop: w.dropped }[verdict];
  const submit = ({ reason = '' }: { reason?: string }) =>
    decide.mutate(
      { verdict, reason },
      {
        onSuccess: () => {
          void message.success(done);
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={w.cancel}
      confirmLoading={decide.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Refused problem={decide.error} />
        {verdict === 'approve' ? (
          <>
            <p>{w.approveNote(draft.from ?? '')}</p>
            <ul className="draft-changes">
              {draft.changes.map((change) => (
                <li key={change.text}>{change.text}</li>
              ))}
            </ul>
          </>
        ) : (
          <Form.Item name="reason" label={w.reason} rules={text(REASON_MAX, true)}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
