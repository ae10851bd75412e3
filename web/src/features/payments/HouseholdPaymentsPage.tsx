import { Link, useParams } from 'react-router';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { Debts } from './debts/Debts';
import { HouseholdPayments } from './HouseholdPayments';
import { words } from './words';

/** What a household and its members were paid. */
export function Component() {
  const w = useWords(words);
  const { id = '' } = useParams();
  return (
    <Page title={w.householdPayments} extra={<Link to={`/households/${id}`}>{w.household}</Link>}>
      <Debts household={id} />
      <HouseholdPayments household={id} />
    </Page>
  );
}
