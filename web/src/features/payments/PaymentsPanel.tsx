import { Link } from 'react-router';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Loaded } from '../../ui/Waiting';
import { Result } from './pieces';
import { useHouseholdPayments } from './queries';
import { words } from './words';
import './payments.css';

/** What a family of two programmes drew in the last months. */
const NEWEST = 4;

/** The newest payments in a household's file, and the way to all of them. */
export default function PaymentsPanel({ householdId }: { householdId: string }) {
  const w = useWords(words);
  return (
    <section className="box" aria-label={w.title}>
      <h2>{w.title}</h2>
      <Loaded query={useHouseholdPayments(householdId)} lines={2}>
        {(payments) => (
          <>
            {payments.length === 0 && <p className="secondary">{w.noPayments}</p>}
            <ul className="payment-newest">
              {payments.slice(0, NEWEST).map((one) => (
                <li key={one.run + one.programme + one.recipient}>
                  <span className="figures">{one.runMonth}</span>
                  <span>
                    {one.programmeTitle}
                    {one.personal && ` · ${one.name}`}
                  </span>
                  <Money fen={one.payFen} />
                  <Result recipient={one} />
                </li>
              ))}
            </ul>
            {payments.length > 0 && <Link to={`/households/${householdId}/payments`}>{w.householdPayments}</Link>}
          </>
        )}
      </Loaded>
    </section>
  );
}
