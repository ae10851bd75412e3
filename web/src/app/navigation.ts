import {
  AimOutlined,
  AuditOutlined,
  BankOutlined,
  FileSearchOutlined,
  FormOutlined,
  HomeOutlined,
  NotificationOutlined,
  ReadOutlined,
  ScheduleOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { matchRoutes, type RouteObject } from 'react-router';
import type { ComponentType } from 'react';
import type { words } from './words';

/** An area of work. */
export interface WorkArea {
  path: string;
  /** Key of its title in the words of the application. */
  title: keyof (typeof words)['zh'];
  /** Who holds this right sees it. */
  right: string;
  icon: ComponentType;
}

/** The areas of work, from the most used; never more than nine for anybody. One appears once a feature brings its page. */
export const workAreas: readonly WorkArea[] = [
  { path: '/users', title: 'users', right: 'user.manage', icon: TeamOutlined },
  { path: '/queue', title: 'queue', right: 'case.act', icon: ScheduleOutlined },
  { path: '/households', title: 'households', right: 'registry.read', icon: HomeOutlined },
  { path: '/cases', title: 'cases', right: 'case.read', icon: FormOutlined },
  { path: '/radar', title: 'radar', right: 'radar.read', icon: AimOutlined },
  { path: '/notices', title: 'notices', right: 'case.act', icon: NotificationOutlined },
  { path: '/payments', title: 'payments', right: 'payment.read', icon: BankOutlined },
  { path: '/standards', title: 'standards', right: 'standard.read', icon: FileSearchOutlined },
  { path: '/programmes', title: 'programmes', right: 'programme.read', icon: ReadOutlined },
  { path: '/audit', title: 'audit', right: 'audit.read', icon: AuditOutlined },
];

/** Where those begin whose daily work is neither a queue nor the users: who prepares payments, who reads the log. */
const DAILY: Readonly<Record<string, string>> = { 'payment.prepare': '/payments', 'audit.read': '/audit' };

/** The area that is open after signing in: the first, unless another is one's daily work. */
export function startOf(rights: readonly string[], areas: readonly WorkArea[]): WorkArea | undefined {
  const [first] = areas;
  const daily = Object.keys(DAILY).find((right) => rights.includes(right));
  return first?.path === '/households' && daily ? (areas.find(({ path }) => path === DAILY[daily]) ?? first) : first;
}

/** The areas of work of somebody with these rights, among those that have a page. */
export function areasFor(rights: readonly string[], pages: readonly RouteObject[]): readonly WorkArea[] {
  return workAreas.filter((area) => rights.includes(area.right) && matchRoutes([...pages], area.path) !== null);
}
