import type { RouteObject } from 'react-router';

/** What a feature adds to the application. Its pages are read when they are first gone to: `lazy: () => import(…)`. */
export interface Feature {
  /** Pages behind the sign-in, inside the shell. */
  pages?: readonly RouteObject[];
  /** Pages for everybody, without the shell. */
  openPages?: readonly RouteObject[];
}
