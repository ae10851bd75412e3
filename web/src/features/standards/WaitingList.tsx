import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { signs, useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { period } from './AreaPanel';
import { Findings } from './Findings';
import { useDecide, useWaiting, type Entered } from './queries';
import { words } from './words';

const REASON_MAX = 500;

/** What waits for a second person; nothing is shown when nothing waits. */
export function WaitingList() {
  const w = useWords(words);
  const waiting = useWaiting();
  const [deciding, setDeciding] = useState<{ entered: Entered; confirmed: boolean }>();
  if (waiting.isError) {
    return <ProblemAlert problem={waiting.error} retry={() => void waiting.refetch()} />;
  }
  const rows = waiting.data ?? [];
  if (rows.length === 0) {
    return null;
  }
  return (
    <section className="box standards-waiting" aria-label={w.waitingTitle(rows.length)}>
      <h2>{w.waitingTitle(rows.length)}</h2>
      <p className="secondary">{w.waitingNote}</p>
      {rows.map((entered) => (
        <article key={entered.id} className="standards-entered">
          <p>
            {entered.areaPath} · {entered.label}{' '}
            <strong className="figures">{w.change(entered.former, entered.value)}</strong> {period(entered, w)}
          </p>
          <p className="secondary">
            《{entered.documentTitle}》（{entered.documentNumber}） {entered.documentDate} ·{' '}
            {w.enteredBy(entered.enteredBy, entered.enteredOn)}
            {entered.note && ` · ${entered.note}`}
          </p>
          <Findings findings={entered.findings} />
          {entered.mine && <p className="secondary">{w.mine}</p>}
          {entered.decidable && (
            <p className="standards-decide">
              <Button type="primary" ghost onClick={() => setDeciding({ entered, confirmed: true })}>
                {w.confirm}
              </Button>
              <Button onClick={() => setDeciding({ entered, confirmed: false })}>{w.refuse}</Button>
            </p>
          )}
        </article>
      ))}
      {deciding && <Decision {...deciding} close={() => setDeciding(undefined)} />}
    </section>
  );
}

interface DecisionProps {
  entered: Entered;
  confirmed: boolean;
  close: () => void;
}

function Decision({ entered, confirmed, close }: DecisionProps) {
  const w = useWords(words);
  const { message } = App.useApp();
  const decide = useDecide();
  const [form] = Form.useForm<{ reason?: string }>();
  const reason = Form.useWatch<string | undefined>('reason', form) ?? '';
  const text = useTextRules();
  const broken = entered.findings.filter((finding) => finding.verdict === 'BROKEN').length;
  const needed = !confirmed || broken > 0;
  const why = !confirmed ? w.reasonRefuse : broken > 0 ? w.reasonBroken(broken) : w.reasonOptional;
  const submit = ({ reason = '' }: { reason?: string }) =>
    decide.mutate(
      { id: entered.id, confirmed, reason },
      {
        onSuccess: () => {
          message.success(confirmed ? w.confirmedDone : w.refusedDone);
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={`${confirmed ? w.confirm : w.refuse}${signs().colon}${entered.areaPath} ${entered.label} ${entered.value}`}
      okText={confirmed ? w.confirm : w.refuse}
      cancelText={w.cancel}
      confirmLoading={decide.isPending}
      okButtonProps={{ disabled: needed && reason.trim() === '' }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={needed} onFinish={submit}>
        <Refused problem={decide.error} />
        <Form.Item name="reason" label={w.reason} extra={why} rules={text(REASON_MAX, needed)}>
          <Input.TextArea autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
