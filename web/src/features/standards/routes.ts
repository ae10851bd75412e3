import { needs, type Feature } from '../../ui/feature';

export const standards: Feature = {
  pages: [{ path: '/standards', handle: needs('standard.read'), lazy: () => import('./StandardsPage') }],
};
