import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCan, useSession } from '../../../api/session';
import { formatFen } from '../../../ui/format';
import { useWords } from '../../../ui/i18n';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Refused } from '../../../ui/Refused';
import { StateTag } from '../../../ui/StateTag';
import { useTextRules } from '../../../ui/textRules';
import '../payments.css';
import { useDecideRepayment, useReverseRepayment, useWaitingRepayments, type Repayment } from '../queries';
import { words } from './words';

const TONES = { ENTERED: 'attention', CONFIRMED: 'settled', REFUSED: 'refused', REVERSED: 'refused' } as const;

/** What families of the county paid back and a second person has to confirm. */
export function WaitingRepayments() {
  const w = useWords(words);
  const waiting = useWaitingRepayments().data ?? [];
  return waiting.length === 0 ? null : (
    <section className="payment-debts">
      <RepaymentList title={w.repaymentsWaiting} repayments={waiting} linked />
    </section>
  );
}

interface Props {
  title: string;
  repayments: readonly Repayment[];
  /** Whether each leads to its family. */
  linked?: boolean;
}

/** What was paid back, each with who entered and who confirmed it, or the step it waits for. */
export function RepaymentList({ title, repayments, linked = false }: Props) {
  const w = useWords(words);
  const state = { ENTERED: w.ENTERED, CONFIRMED: w.repayCONFIRMED, REFUSED: w.repayREFUSED, REVERSED: w.REVERSED };
  return (
    <section>
      <h2>{title}</h2>
      <ul className="payment-repayments">
        {repayments.map((one) => (
          <li key={one.id}>
            <div>
              {linked ? <Link to={`/households/${one.household}/payments`}>{one.name}</Link> : one.name} ·{' '}
              {one.programmeTitle} · <strong>{w.repaid(formatFen(one.amountFen))}</strong>{' '}
              <StateTag tone={TONES[one.state]}>{state[one.state]}</StateTag>
            </div>
            <div className="secondary">
              {w.repaidWhen(one.receivedOn, one.receipt)} · {w.repaidBy(one.enteredName, one.decidedName ?? '')}
            </div>
            {one.reversal && <ReversalLine reversal={one.reversal} />}
            {one.state === 'ENTERED' && <Decide repayment={one} what="repay" />}
            {one.reversal?.state === 'ENTERED' && <Decide repayment={one} what="reverse" />}
            {one.state === 'CONFIRMED' && one.reversal?.state !== 'ENTERED' && <Reverse repayment={one} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why it was or is to be taken back, and who says so. */
function ReversalLine({ reversal }: { reversal: NonNullable<Repayment['reversal']> }) {
  const w = useWords(words);
  return (
    <div>
      {reversal.state === 'ENTERED' && <StateTag tone="attention">{w.reverseWaiting}</StateTag>}
      {reversal.state === 'REFUSED' && <StateTag tone="neutral">{w.reverseKept}</StateTag>}{' '}
      <span className="secondary">
        {w.reverseBy(reversal.reason, reversal.enteredName, reversal.decidedName ?? '')}
      </span>
    </div>
  );
}

/** What a second person may say: of a repayment, or of taking it back. */
function Decide({ repayment, what }: { repayment: Repayment; what: 'repay' | 'reverse' }) {
  const w = useWords(words);
  const { modal } = App.useApp();
  const session = useSession();
  const may = useCan('payment.confirm');
  const decide = useDecideRepayment(repayment.id);
  const proposed = what === 'repay' ? repayment.enteredBy : repayment.reversal?.enteredBy;
  if (proposed === session.user.id) {
    return <div className="secondary">{w[`${what}Other`]}</div>;
  }
  if (!may) {
    return null;
  }
  const ask = (step: 'Confirm' | 'Refuse') => {
    const of = what === 'repay' ? '' : 'reversal/';
    void modal.confirm({
      title: w[`${what}${step}Title`](repayment.name, formatFen(repayment.amountFen)),
      content: w[`${what}${step}Text`],
      okText: w[`${what}${step}`],
      cancelText: w.cancel,
      onOk: () =>
        decide
          .mutateAsync(`${of}${step === 'Confirm' ? 'confirmation' : 'refusal'}`)
          .catch(
            (problem: unknown) =>
              void modal.error({ title: w[`${what}${step}`], content: <ProblemAlert problem={problem} /> }),
          ),
    });
  };
  return (
    <div>
      <Button size="small" type="primary" loading={decide.isPending} onClick={() => ask('Confirm')}>
        {w[`${what}Confirm`]}
      </Button>{' '}
      <Button size="small" onClick={() => ask('Refuse')}>
        {w[`${what}Refuse`]}
      </Button>
    </div>
  );
}

const REASON_MAX = 500;

/** The way to say that a confirmed repayment was a mistake. */
function Reverse({ repayment }: { repayment: Repayment }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const may = useCan('payment.bank');
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const reverse = useReverseRepayment(repayment.id);
  const text = useTextRules();
  if (!may) {
    return null;
  }
  const save = (fields: { reason: string }) =>
    reverse.mutate(fields, {
      onSuccess: () => {
        void message.success(w.reverseSaved);
        setAsking(false);
      },
    });
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {w.reverse}
      </Button>
      <Modal
        open={asking}
        title={w.reverseConfirmTitle(repayment.name, formatFen(repayment.amountFen))}
        okText={w.reverse}
        cancelText={w.cancel}
        confirmLoading={reverse.isPending}
        onOk={() => form.submit()}
        onCancel={() => setAsking(false)}
      >
        <p className="secondary">{w.reverseNote}</p>
        <Form<{ reason: string }> form={form} layout="vertical" onFinish={save}>
          <Refused problem={reverse.error} />
          <Form.Item name="reason" label={w.reverseReason} rules={text(REASON_MAX, true)}>
            <Input.TextArea rows={3} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
