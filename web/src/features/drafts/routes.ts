import { needs, type Feature } from '../../ui/feature';

const handle = needs('draft.edit', 'draft.approve');

export const drafts: Feature = {
  pages: [
    { path: '/drafts', handle, lazy: () => import('./DraftsPage') },
    { path: '/drafts/:id', handle, lazy: () => import('./DraftPage') },
    { path: '/drafts/:id/file', handle, lazy: () => import('./FilePage') },
    { path: '/drafts/:id/values', handle, lazy: () => import('./values/ValuesPage') },
    { path: '/drafts/:id/clauses', handle, lazy: () => import('./clauses/ClausesPage') },
  ],
};
