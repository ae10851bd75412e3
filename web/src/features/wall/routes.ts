import type { Feature } from '../../ui/feature';

export const wall: Feature = {
  openPages: [
    { path: '/wall', lazy: () => import('./WallPage') },
    { path: '/wall/:area', lazy: () => import('./WallPage') },
    { path: '/wall/notice/:id', lazy: () => import('./NoticePage') },
    { path: '/wall/objection', lazy: () => import('./ObjectionPage') },
    { path: '/wall/objection/:number', lazy: () => import('./ObjectionPage') },
  ],
};
