import type { Feature } from '../../ui/feature';

export const standards: Feature = {
  pages: [{ path: '/standards', lazy: () => import('./StandardsPage') }],
};
