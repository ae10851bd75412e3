import { needs, type Feature } from '../../ui/feature';
import { addHouseholdPanel } from '../../ui/householdPanels';

addHouseholdPanel({ key: 'entitlements', right: 'case.read', load: () => import('./EntitlementsPanel') });

export const cases: Feature = {
  pages: [
    { path: '/queue', handle: needs('case.act', 'case.apply'), lazy: () => import('./QueuePage') },
    { path: '/cases', handle: needs('case.read'), lazy: () => import('./CaseListPage') },
    { path: '/cases/:id', handle: needs('case.read'), lazy: () => import('./CasePage') },
    { path: '/apply/:household/:programme', handle: needs('case.apply'), lazy: () => import('./ApplyPage') },
    { path: '/notices', handle: needs('case.act'), lazy: () => import('./ObjectionsPage') },
    { path: '/proposals', handle: needs('case.read'), lazy: () => import('./ProposalsPage') },
    { path: '/proposals/batch/:id', handle: needs('case.read'), lazy: () => import('./BatchPage') },
  ],
};
