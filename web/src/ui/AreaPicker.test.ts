import { expect, it } from 'vitest';
import { onlyOf, sharedDigits, type AreaLevel } from './AreaPicker';

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

it('offers only areas of the wanted level, by way of those above and without those below', () => {
  const node = (level: AreaLevel, isLeaf = false) => ({ level, isLeaf });
  const nodes = [node('COUNTY'), node('TOWNSHIP'), node('VILLAGE', true)];

  expect(onlyOf('TOWNSHIP', nodes)).toEqual([
    { level: 'COUNTY', isLeaf: false, selectable: false },
    { level: 'TOWNSHIP', isLeaf: true, selectable: true },
    { level: 'VILLAGE', isLeaf: true, selectable: false },
  ]);
  expect(onlyOf(undefined, nodes).every((one) => one.selectable)).toBe(true);
});
