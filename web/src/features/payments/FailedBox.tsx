import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../api/session';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { Remedy } from './pieces';
import './payments.css';
import { useSameAccount, type Failed } from './queries';
import { words } from './words';

interface Props {
  failed: Failed;
  household: string;
}

/** A payment that the bank refused, what was done about it, and the two ways to have it paid. */
export function FailedBox({ failed, household }: Props) {
  const w = useWords(words);
  const { stated } = failed;
  return (
    <section className="box payment-failed" aria-label={w.failedTitle}>
      <h3>
        {w.failedTitle} <Remedy remedy={failed.remedy} />
      </h3>
      <p>
        {failed.account} · <span className="payment-reference">{failed.reference}</span>
        {failed.why && ` · ${failed.why}`}
      </p>
      {stated && <p>{w.failedStated(stated.name, stated.on, stated.reason)}</p>}
      {failed.remedy === 'OPEN' ? (
        <Ways failed={failed} household={household} />
      ) : (
        <p className="secondary">{w[`failed${failed.remedy}`]}</p>
      )}
    </section>
  );
}

function Ways({ failed, household }: Props) {
  const w = useWords(words);
  const maySay = useCan('payment.bank');
  const [saying, setSaying] = useState(false);
  return (
    <>
      <p>{w.failedWays}</p>
      <ol className="payment-ways">
        <li>
          <strong>{w.failedCorrect}</strong>
          <p className="secondary">{w.failedCorrectNote}</p>
          <Link to={`/households/${household}`}>
            <Button size="small">{w.failedCorrectOpen}</Button>
          </Link>
        </li>
        <li>
          <strong>{w.failedSame}</strong>
          <p className="secondary">{w.failedSameNote}</p>
          {maySay && (
            <Button size="small" onClick={() => setSaying(true)}>
              {w.failedSameDo}
            </Button>
          )}
        </li>
      </ol>
      {saying && <SameAccountForm failed={failed} close={() => setSaying(false)} />}
    </>
  );
}

const REASON_MAX = 500;

function SameAccountForm({ failed, close }: { failed: Failed; close: () => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const say = useSameAccount(failed.run);
  const text = useTextRules();
  const save = ({ reason }: { reason: string }) =>
    say.mutate(
      { reference: failed.reference, reason },
      {
        onSuccess: () => {
          void message.success(w.failedSameSaved);
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={w.failedSame}
      okText={w.failedSameDo}
      cancelText={w.cancel}
      confirmLoading={say.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>
        {failed.account} · {failed.reference}
        {failed.why && ` · ${failed.why}`}
      </p>
      <p className="secondary">{w.failedSameNote}</p>
      <Form<{ reason: string }> form={form} layout="vertical" onFinish={save}>
        <Refused problem={say.error} />
        <Form.Item name="reason" label={w.failedSameReason} rules={text(REASON_MAX, true)}>
          <Input.TextArea rows={3} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
