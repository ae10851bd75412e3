import { App, Button, Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { useCan, useSession } from '../../api/session';
import { Empty } from '../../ui/Empty';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Page } from '../../ui/Page';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { useList } from '../../ui/useList';
import { Loaded } from '../../ui/Waiting';
import './payments.css';
import { useAccounts, useCounties, usePayer, useSetPayer, type Account } from './queries';
import { WaitingRepayments } from './debts/Repayments';
import { words } from './words';

/** The accounts of a county with their balances, which together are zero. */
export function Component() {
  const w = useWords(words);
  const list = useList();
  const session = useSession();
  const counties = useCounties();
  const chosen = list.filters['county'] ?? counties.data?.[0]?.code ?? '';
  const accounts = useAccounts(chosen);
  const own = /^\d{4}(?!00)\d{2}0{6}$/.test(session.area.code) ? session.area.code : chosen;
  return (
    <Page title={w.ledger} trail={[{ title: w.title, to: '/payments' }]}>
      <p className="secondary">{w.accountsNote}</p>
      {(counties.data?.length ?? 0) > 1 && (
        <Select
          aria-label={w.county}
          className="filter"
          value={chosen}
          options={(counties.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(county) => list.filter('county', county)}
        />
      )}
      {chosen === '' && counties.isSuccess && <Empty title={w.noAccounts}>{w.noAccountsHint}</Empty>}
      {chosen !== '' && <Loaded query={accounts}>{(shown) => <Balances accounts={shown} />}</Loaded>}
      {chosen !== '' && (
        <p>
          <Link to={`/payments/debts${(counties.data?.length ?? 0) > 1 ? `?county=${chosen}` : ''}`}>{w.debtList}</Link>
        </p>
      )}
      <WaitingRepayments />
      {own !== '' && <Payer county={own} />}
    </Page>
  );
}

function Balances({ accounts }: { accounts: readonly Account[] }) {
  const w = useWords(words);
  return (
    <div className="payment-scroll">
      <table className="payment-sums">
        <caption>{w.accounts}</caption>
        <thead>
          <tr>
            <th scope="col">{w.accountTitle}</th>
            <th scope="col">{w.posted}</th>
            <th scope="col">{w.pending}</th>
            <th scope="col">{w.transfers}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                <Link to={`/payments/ledger/${account.id}?title=${encodeURIComponent(account.title)}`}>
                  {account.title}
                </Link>
              </th>
              <td>
                <Money fen={account.postedFen} bare />
              </td>
              <td>
                <Money fen={account.pendingFen} bare />
              </td>
              <td>{formatCount(account.transfers)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.total}</th>
            <td>
              <Money fen={accounts.reduce((sum, account) => sum + account.postedFen, 0)} bare />
            </td>
            <td>
              <Money fen={accounts.reduce((sum, account) => sum + account.pendingFen, 0)} bare />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const NAME_MAX = 140;
const ACCOUNT_MIN = 6;
const ACCOUNT_MAX = 60;

function Payer({ county }: { county: string }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const mayBank = useCan('payment.bank');
  const payer = usePayer(county);
  const set = useSetPayer(county);
  const text = useTextRules();
  return (
    <section className="payment-form">
      <h2>{w.payer}</h2>
      <Loaded query={payer}>
        {(shown) => <p>{shown ? `${shown.name} · ${shown.bank} …${shown.accountTail}` : w.payerUnset}</p>}
      </Loaded>
      {mayBank && (
        <details>
          <summary>{w.payerChange}</summary>
          <Form<{ name: string; bank: string; account: string }>
            layout="vertical"
            onFinish={(values) => set.mutate(values, { onSuccess: () => void message.success(w.saved) })}
          >
            <Refused problem={set.error} />
            <Form.Item name="name" label={w.payerName} rules={text(NAME_MAX, true)}>
              <Input />
            </Form.Item>
            <Form.Item name="bank" label={w.payerBank} rules={text(NAME_MAX, true)}>
              <Input />
            </Form.Item>
            <Form.Item name="account" label={w.payerAccount} rules={[...text(ACCOUNT_MAX, true), { min: ACCOUNT_MIN }]}>
              <Input inputMode="numeric" autoComplete="off" />
            </Form.Item>
            <Button htmlType="submit" loading={set.isPending}>
              {w.payerSave}
            </Button>
          </Form>
        </details>
      )}
    </section>
  );
}
