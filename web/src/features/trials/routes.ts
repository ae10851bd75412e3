import { needs, type Feature } from '../../ui/feature';

export const trials: Feature = {
  pages: [
    { path: '/trials', handle: needs('trial.run'), lazy: () => import('./TrialsPage') },
    { path: '/trials/compare', handle: needs('trial.run'), lazy: () => import('./ComparePage') },
    { path: '/trials/:id', handle: needs('trial.run'), lazy: () => import('./TrialPage') },
  ],
};
