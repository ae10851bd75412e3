import { expect, it } from 'vitest';
import { codesAround, onlyOf, sharedDigits, type AreaLevel } from './AreaPicker';

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

it('knows the way down to an area by its code', () => {
  expect(codesAround('220821101201')).toEqual(['220000000000', '220800000000', '220821000000', '220821101000']);
  expect(codesAround('220800000000')).toEqual(['220000000000']);
  expect(codesAround('220000000000')).toEqual([]);
});
