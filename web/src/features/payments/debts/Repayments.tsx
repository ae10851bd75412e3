import { App, Button } from 'antd';
import { Link } from 'react-router';
import { useCan, useSession } from '../../../api/session';
import { formatFen } from '../../../ui/format';
import { useWords } from '../../../ui/i18n';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { StateTag } from '../../../ui/StateTag';
import '../payments.css';
import { useDecideRepayment, useWaitingRepayments, type Repayment } from '../queries';
import { words } from './words';

const TONES = { ENTERED: 'attention', CONFIRMED: 'settled', REFUSED: 'refused' } as const;

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
  const state = { ENTERED: w.ENTERED, CONFIRMED: w.repayCONFIRMED, REFUSED: w.repayREFUSED };
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
            {one.state === 'ENTERED' && <Decide repayment={one} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decide({ repayment }: { repayment: Repayment }) {
  const w = useWords(words);
  const { modal } = App.useApp();
  const session = useSession();
  const may = useCan('payment.confirm');
  const decide = useDecideRepayment(repayment.id);
  if (repayment.enteredBy === session.user.id) {
    return <div className="secondary">{w.repayOther}</div>;
  }
  if (!may) {
    return null;
  }
  const ask = (step: 'confirmation' | 'refusal') => {
    const confirms = step === 'confirmation';
    const title = confirms ? w.repayConfirmTitle : w.repayRefuseTitle;
    void modal.confirm({
      title: title(repayment.name, formatFen(repayment.amountFen)),
      content: confirms ? w.repayConfirmText : w.repayRefuseText,
      okText: confirms ? w.repayConfirm : w.repayRefuse,
      cancelText: w.cancel,
      onOk: () =>
        decide
          .mutateAsync(step)
          .catch(
            (problem: unknown) =>
              void modal.error({ title: w.repayConfirm, content: <ProblemAlert problem={problem} /> }),
          ),
    });
  };
  return (
    <>
      <Button size="small" type="primary" loading={decide.isPending} onClick={() => ask('confirmation')}>
        {w.repayConfirm}
      </Button>{' '}
      <Button size="small" onClick={() => ask('refusal')}>
        {w.repayRefuse}
      </Button>
    </>
  );
}
