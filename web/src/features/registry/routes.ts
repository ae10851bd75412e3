import type { Feature } from '../../ui/feature';

export const registry: Feature = {
  pages: [
    { path: '/households', lazy: () => import('./ListPage') },
    { path: '/households/new', lazy: () => import('./EntryPage') },
    { path: '/households/:id', lazy: () => import('./HouseholdPage') },
    { path: '/imports', lazy: () => import('./ImportsPage') },
    { path: '/imports/:id', lazy: () => import('./ImportPage') },
    { path: '/duplicates', lazy: () => import('./DuplicatesPage') },
  ],
};
