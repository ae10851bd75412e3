import type { Feature } from '../../ui/feature';

export const users: Feature = {
  pages: [{ path: '/users', lazy: () => import('./UsersPage') }],
};
