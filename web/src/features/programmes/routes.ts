import { needs, type Feature } from '../../ui/feature';

export const programmes: Feature = {
  pages: [
    { path: '/programmes', handle: needs('programme.read'), lazy: () => import('./ProgrammesPage') },
    { path: '/programmes/:id', handle: needs('programme.read'), lazy: () => import('./ProgrammePage') },
  ],
};
