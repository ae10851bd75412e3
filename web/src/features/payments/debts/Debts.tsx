import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useCan, useSession } from '../../../api/session';
import { DayInput } from '../../../ui/DayInput';
import { useDayRules } from '../../../ui/dayRules';
import { Money } from '../../../ui/Money';
import { Refused } from '../../../ui/Refused';
import { StateTag } from '../../../ui/StateTag';
import { useWords } from '../../../ui/i18n';
import { readFen, typedYuan } from '../../../ui/numbers';
import { useNumberRules, useTextRules } from '../../../ui/textRules';
import { words as shared } from '../../../ui/words';
import '../payments.css';
import { useDebts, useEnterRepayment, type Debt } from '../queries';
import { RepaymentList } from './Repayments';
import { words } from './words';

/** What a household owes, and what it has paid back; nothing where it never owed anything. */
export function Debts({ household }: { household: string }) {
  const w = useWords(words);
  const mayEnter = useCan('payment.bank');
  const [entering, setEntering] = useState<Debt>();
  const known = useDebts(household).data;
  if (!known || (known.debts.length === 0 && known.repayments.length === 0)) {
    return null;
  }
  const several = new Set(known.debts.map(({ county }) => county.digits)).size > 1;
  return (
    <section className="payment-debts">
      <div className="payment-scroll">
        <table className="payment-sums">
          <caption>{w.debts}</caption>
          <thead>
            <tr>
              <th scope="col">{w.debtOf}</th>
              <th scope="col">{w.owed}</th>
              <th scope="col">{w.owedWaiting}</th>
              {mayEnter && <th scope="col">{w.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {known.debts.map((debt) => (
              <tr key={debt.county.digits + debt.programme + debt.recipient}>
                <th scope="row">
                  {debt.programmeTitle}
                  {debt.recipient !== household && ` · ${debt.name}`}
                  {several && ` · ${debt.countyName}`}{' '}
                  {debt.movedAway && <StateTag tone="neutral">{w.movedAway}</StateTag>}
                </th>
                <td>
                  <Money fen={debt.owedFen} bare />
                </td>
                <td>
                  <Money fen={debt.waitingFen} bare />
                </td>
                {mayEnter && (
                  <td>
                    {debt.owedFen > debt.waitingFen && (
                      <Button size="small" onClick={() => setEntering(debt)}>
                        {w.repay}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {known.repayments.length > 0 && <RepaymentList title={w.repayments} repayments={known.repayments} />}
      {entering && <RepaymentForm household={household} debt={entering} close={() => setEntering(undefined)} />}
    </section>
  );
}

const RECEIPT_MAX = 60;

interface Fields {
  yuan: string;
  receivedOn: string;
  receipt: string;
}

function RepaymentForm({ household, debt, close }: { household: string; debt: Debt; close: () => void }) {
  const w = useWords(words);
  const session = useSession();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const enter = useEnterRepayment(household);
  const { yuan } = useWords(shared);
  const text = useTextRules();
  const number = useNumberRules();
  const bounds = { max: session.today, ...(debt.since && { min: debt.since }) };
  const days = useDayRules({ required: true, ...bounds });
  const save = (fields: Fields) =>
    enter.mutate(
      {
        county: debt.county.digits,
        programme: debt.programme,
        recipient: debt.recipient,
        ...fields,
        yuan: typedYuan(readFen(fields.yuan) ?? 0),
      },
      {
        onSuccess: () => {
          void message.success(w.repaySaved);
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={`${w.repay} · ${debt.programmeTitle} · ${debt.name} · ${debt.countyName}`}
      okText={w.repay}
      cancelText={w.cancel}
      confirmLoading={enter.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="secondary">{w.repayNote}</p>
      <p>
        {w.owed} <Money fen={debt.owedFen - debt.waitingFen} bare />
      </p>
      <Form<Fields> form={form} layout="vertical" initialValues={{ receivedOn: session.today }} onFinish={save}>
        <Refused problem={enter.error} />
        <Form.Item
          name="yuan"
          label={w.repayAmount}
          rules={number('MONEY', true, { min: 1, max: debt.owedFen - debt.waitingFen })}
        >
          <Input inputMode="decimal" autoComplete="off" suffix={yuan} />
        </Form.Item>
        <Form.Item
          name="receivedOn"
          label={w.repayDay}
          {...days}
          {...(debt.since && { extra: w.repaySince(debt.since) })}
        >
          <DayInput {...bounds} allowClear={false} />
        </Form.Item>
        <Form.Item name="receipt" label={w.repayReceipt} rules={text(RECEIPT_MAX, true)}>
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
