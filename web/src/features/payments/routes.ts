import type { Feature } from '../../ui/feature';

export const payments: Feature = {
  pages: [
    { path: '/payments', lazy: () => import('./RunsPage') },
    { path: '/payments/runs/:id', lazy: () => import('./RunPage') },
    { path: '/payments/ledger', lazy: () => import('./LedgerPage') },
    { path: '/payments/ledger/:account', lazy: () => import('./AccountPage') },
    { path: '/households/:id/payments', lazy: () => import('./HouseholdPaymentsPage') },
  ],
};
