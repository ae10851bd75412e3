import { audit } from '../features/audit/routes';
import { cases } from '../features/cases/routes';
import { drafts } from '../features/drafts/routes';
import { payments } from '../features/payments/routes';
import { programmes } from '../features/programmes/routes';
import { radar } from '../features/radar/routes';
import { registry } from '../features/registry/routes';
import { signIn } from '../features/sign-in/routes';
import { standards } from '../features/standards/routes';
import { trials } from '../features/trials/routes';
import { users } from '../features/users/routes';
import { wall } from '../features/wall/routes';
import type { Feature } from '../ui/feature';

/** Every feature of the application. A new one is added here, and nowhere else but in the navigation. */
export const features: readonly Feature[] = [
  signIn,
  registry,
  programmes,
  drafts,
  standards,
  trials,
  cases,
  radar,
  wall,
  payments,
  users,
  audit,
];
