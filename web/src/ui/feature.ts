import type { RouteObject } from 'react-router';

/** Who may open a page: whoever holds one of these rights. */
export interface Needs {
  needs: readonly string[];
}

/** For the `handle` of a page's route: whoever holds none of the rights is told so instead of being shown the page. */
export function needs(...rights: readonly string[]): Needs {
  return { needs: rights };
}

/** Whether the innermost page among the matched routes is for somebody with these rights. */
export function mayOpen(rights: readonly string[], handles: readonly unknown[]): boolean {
  const wanted = handles.findLast(
    (handle): handle is Needs => (handle as Partial<Needs> | undefined)?.needs !== undefined,
  );
  return wanted === undefined || wanted.needs.some((right) => rights.includes(right));
}

/** What a feature adds to the application. Its pages are read when they are first gone to: `lazy: () => import(…)`. */
export interface Feature {
  /** Pages behind the sign-in, inside the shell. */
  pages?: readonly RouteObject[];
  /** Pages for everybody, without the shell. */
  openPages?: readonly RouteObject[];
}
