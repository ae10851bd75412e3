import type { Feature } from '../../ui/feature';

export const programmes: Feature = {
  pages: [
    { path: '/programmes', lazy: () => import('./ProgrammesPage') },
    { path: '/programmes/:id', lazy: () => import('./ProgrammePage') },
  ],
};
