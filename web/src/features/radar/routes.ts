import { needs, type Feature } from '../../ui/feature';

export const radar: Feature = {
  pages: [
    { path: '/radar', handle: needs('radar.read'), lazy: () => import('./RadarPage') },
    { path: '/radar/rules', handle: needs('radar.read'), lazy: () => import('./RulesPage') },
  ],
};
