import { needs, type Feature } from '../../ui/feature';

export const audit: Feature = {
  pages: [{ path: '/audit', handle: needs('audit.read'), lazy: () => import('./AuditPage') }],
};
