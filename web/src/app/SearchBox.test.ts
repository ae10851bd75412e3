import { expect, it } from 'vitest';
import { isWriting } from './SearchBox';

it('leaves F and / to whoever is writing', () => {
  expect(isWriting(document.createElement('input'))).toBe(true);
  expect(isWriting(document.createElement('textarea'))).toBe(true);
  expect(isWriting(document.createElement('td'))).toBe(false);
});
