import { needs, type Feature } from '../../ui/feature';
import { addHouseholdPanel } from '../../ui/householdPanels';

addHouseholdPanel({ key: 'payments', right: 'payment.read', load: () => import('./PaymentsPanel') });

export const payments: Feature = {
  pages: [
    { path: '/payments', handle: needs('payment.read'), lazy: () => import('./RunsPage') },
    { path: '/payments/runs/:id', handle: needs('payment.read'), lazy: () => import('./RunPage') },
    { path: '/payments/ledger', handle: needs('payment.read'), lazy: () => import('./LedgerPage') },
    { path: '/payments/ledger/:account', handle: needs('payment.read'), lazy: () => import('./AccountPage') },
    { path: '/payments/debts', handle: needs('payment.read'), lazy: () => import('./debts/DebtsPage') },
    { path: '/households/:id/payments', handle: needs('payment.read'), lazy: () => import('./HouseholdPaymentsPage') },
  ],
};
