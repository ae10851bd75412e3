import { needs, type Feature } from '../../ui/feature';

export const users: Feature = {
  pages: [{ path: '/users', handle: needs('user.manage'), lazy: () => import('./UsersPage') }],
};
