import type { Feature } from '../../ui/feature';
import { addHouseholdPanel } from '../../ui/householdPanels';

addHouseholdPanel({ key: 'payments', right: 'payment.read', load: () => import('./PaymentsPanel') });

export const payments: Feature = {
  pages: [
    { path: '/payments', lazy: () => import('./RunsPage') },
    { path: '/payments/runs/:id', lazy: () => import('./RunPage') },
    { path: '/payments/ledger', lazy: () => import('./LedgerPage') },
    { path: '/payments/ledger/:account', lazy: () => import('./AccountPage') },
    { path: '/households/:id/payments', lazy: () => import('./HouseholdPaymentsPage') },
  ],
};
