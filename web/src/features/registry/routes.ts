import { needs, type Feature } from '../../ui/feature';

export const registry: Feature = {
  pages: [
    { path: '/households', handle: needs('registry.read'), lazy: () => import('./ListPage') },
    { path: '/households/new', handle: needs('registry.write'), lazy: () => import('./EntryPage') },
    { path: '/households/:id', handle: needs('registry.read'), lazy: () => import('./HouseholdPage') },
    { path: '/imports', handle: needs('registry.import'), lazy: () => import('./ImportsPage') },
    { path: '/imports/:id', handle: needs('registry.import'), lazy: () => import('./ImportPage') },
    { path: '/duplicates', handle: needs('registry.merge'), lazy: () => import('./DuplicatesPage') },
  ],
};
