import type { Feature } from '../../ui/feature';

export const signIn: Feature = {
  openPages: [{ path: '/sign-in', lazy: () => import('./SignInPage') }],
};
