import type { Feature } from '../../ui/feature';

export const signIn: Feature = {
  openPages: [
    { path: '/sign-in', lazy: () => import('./SignInPage') },
    { path: '/invitation/:token', lazy: () => import('./InvitationPage') },
  ],
  pages: [{ path: '/password', lazy: () => import('./PasswordPage') }],
};
