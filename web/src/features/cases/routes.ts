import type { Feature } from '../../ui/feature';

export const cases: Feature = {
  pages: [
    { path: '/queue', lazy: () => import('./QueuePage') },
    { path: '/cases', lazy: () => import('./CaseListPage') },
    { path: '/cases/:id', lazy: () => import('./CasePage') },
    { path: '/apply/:household/:programme', lazy: () => import('./ApplyPage') },
    { path: '/notices', lazy: () => import('./ObjectionsPage') },
    { path: '/proposals', lazy: () => import('./ProposalsPage') },
    { path: '/proposals/batch/:id', lazy: () => import('./BatchPage') },
  ],
};
