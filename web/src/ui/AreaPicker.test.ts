import { expect, it } from 'vitest';
import { sharedDigits } from './AreaPicker';

it.each([
  ['220000000000', '22'],
  ['220800000000', '2208'],
  ['220821000000', '220821'],
  ['220821101000', '220821101'],
  ['220821101201', '220821101201'],
  ['220100000000', '2201'],
])('every area inside %s begins with %s', (code, digits) => {
  expect(sharedDigits(code)).toBe(digits);
});
