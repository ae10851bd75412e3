import { expect, it } from 'vitest';
import { pathAfterSignIn } from './next';

it('comes back to the page that was wanted', () => {
  expect(pathAfterSignIn('/households?q=李')).toBe('/households?q=李');
});
it.each([null, '', 'https://example.org', '//example.org', '/\\example.org', '/sign-in?next=/x'])(
  'goes to the first page instead of %s',
  (next) => {
    expect(pathAfterSignIn(next)).toBe('/');
  },
);
