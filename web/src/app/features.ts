import { payments } from '../features/payments/routes';
import { signIn } from '../features/sign-in/routes';
import type { Feature } from '../ui/feature';

/** Every feature of the application. A new one is added here, and nowhere else but in the navigation. */
export const features: readonly Feature[] = [signIn, payments];
