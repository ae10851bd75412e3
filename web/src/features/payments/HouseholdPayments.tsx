import { Link } from 'react-router';
import { Empty } from '../../ui/Empty';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Loaded } from '../../ui/Waiting';
import { FailedBox } from './FailedBox';
import { Reasons, Remedy, Result } from './pieces';
import './payments.css';
import { useHouseholdPayments, type Failed, type Recipient } from './queries';
import { words } from './words';

/** How many are shown unfolded: what a family of two programmes drew in half a year. */
const NEWEST = 12;

/** A household's payments, newest first: for its file. */
export function HouseholdPayments({ household }: { household: string }) {
  const w = useWords(words);
  return (
    <Loaded query={useHouseholdPayments(household)}>
      {(payments) =>
        payments.length === 0 ? (
          <Empty title={w.noPayments}>{w.noPaymentsHint}</Empty>
        ) : (
          <>
            {openFailures(payments).map((failed) => (
              <FailedBox key={failed.reference} failed={failed} household={household} />
            ))}
            <PaymentTable payments={payments.slice(0, NEWEST)} />
            {payments.length > NEWEST && (
              <details className="payment-fold">
                <summary>{w.older(formatCount(payments.length - NEWEST))}</summary>
                <PaymentTable payments={payments.slice(NEWEST)} />
              </details>
            )}
          </>
        )
      }
    </Loaded>
  );
}

/** What waits for somebody; a payment of several programmes failed only once. */
function openFailures(payments: readonly Recipient[]): readonly Failed[] {
  const open = payments.flatMap(({ state, failed }) =>
    state === 'FAILED' && failed?.remedy === 'OPEN' ? [failed] : [],
  );
  return [...new Map(open.map((failed) => [failed.reference, failed])).values()];
}

function PaymentTable({ payments }: { payments: readonly Recipient[] }) {
  const w = useWords(words);
  return (
    <div className="payment-scroll">
      <table className="payment-sums payment-list">
        <thead>
          <tr>
            <th scope="col">{w.month}</th>
            <th scope="col">{w.programme}</th>
            <th scope="col">{w.months}</th>
            <th scope="col">{w.toPay}</th>
            <th scope="col">{w.result}</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((one) => (
            <tr key={one.run + one.programme + one.recipient}>
              <th scope="row">
                <Link to={`/payments/runs/${one.run}?q=${encodeURIComponent(one.name)}`}>{one.runMonth}</Link>
              </th>
              <td>
                {one.programmeTitle}
                {one.personal && ` · ${one.name}`}
              </td>
              <td>
                <Reasons lines={one.lines} />
              </td>
              <td>
                <Money fen={one.payFen} bare />
              </td>
              <td>
                <Result recipient={one} />{' '}
                {one.state === 'FAILED' && one.failed && <Remedy remedy={one.failed.remedy} />}
                {one.state === 'PAID' && one.resolvedOn && w.paidOn(one.resolvedOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
