import { describe, expect, it } from 'vitest';
import { answerable, bucketNames, rangeOf, sumOf } from './figures';
import { words } from './words';

describe('a trial', () => {
  it('names every bucket of changed amounts, from the largest loss to the largest gain', () => {
    expect(bucketNames([-2_000, 0, 2_000], words.zh)).toEqual(['减少20元以上', '−20～0', '0～20', '增加20元以上']);
  });
  it('is answered without the changes that are not filled in yet', () => {
    const change = { parameter: 'p', areaCode: '22', from: '2016-10', how: 'SET' as const, value: '', of: '' };
    const asked = {
      areaCode: '',
      from: '2016-10',
      to: '2017-09',
      path: '',
      texts: [],
      changes: [change, { ...change, value: '1' }],
    };
    expect(answerable(asked).changes).toEqual([{ ...change, value: '1' }]);
    expect(answerable({ ...asked, changes: [{ ...change, how: 'SHARE', value: '130' }] }).changes).toEqual([]);
  });
  it('slides an amount between half of what holds and twice as much', () => {
    const change = { parameter: 'p', areaCode: '22', from: '2016-10', how: 'SET' as const, value: '3900', of: '' };
    expect(rangeOf(change, 390_000, true)).toEqual([1950, 7800]);
    expect(rangeOf({ ...change, how: 'RAISE' }, 390_000, true)).toEqual([-20, 100]);
  });
  it('sums what is before and after', () => {
    expect(
      sumOf([
        { beforeFen: 1, afterFen: 2 },
        { beforeFen: 3, afterFen: 4 },
      ]),
    ).toEqual({ beforeFen: 4, afterFen: 6 });
  });
});
