/** The path to go to after the sign-in: only one of our own, never another site's address. */
export function pathAfterSignIn(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}
