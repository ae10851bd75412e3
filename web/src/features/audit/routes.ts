import type { Feature } from '../../ui/feature';

export const audit: Feature = {
  pages: [{ path: '/audit', lazy: () => import('./AuditPage') }],
};
