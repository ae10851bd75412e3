import { cases } from '../features/cases/routes';
import { programmes } from '../features/programmes/routes';
import { registry } from '../features/registry/routes';
import { payments } from '../features/payments/routes';
import { signIn } from '../features/sign-in/routes';
import { standards } from '../features/standards/routes';
import { wall } from '../features/wall/routes';
import type { Feature } from '../ui/feature';

/** Every feature of the application. A new one is added here, and nowhere else but in the navigation. */
export const features: readonly Feature[] = [signIn, registry, programmes, standards, cases, payments, wall];
