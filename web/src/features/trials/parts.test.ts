import { describe, expect, it } from 'vitest';
import { parted } from './parts';
import type { TriedPart } from './queries';

const part = (text: string, reach: TriedPart['reach'], from?: string): TriedPart => ({
  text,
  reach,
  ...(from && { from }),
});

describe('the parts of a draft', () => {
  const parts = [
    part('now', 'COUNTED', '2016-11-01'),
    part('always', 'COUNTED'),
    part('midmonth', 'COUNTED', '2016-12-15'),
    part('demand', 'DEMANDED', '2017-01-01'),
    part('review', 'NO_AMOUNT', '2016-11-01'),
    part('local', 'SET_BY_AREAS', '2016-11-01'),
    part('words', 'NO_RULE'),
  ];
  const texts = (of: readonly TriedPart[]) => of.map(({ text }) => text);

  it('that begin after the first day of the answered month are said not to be in its figures yet', () => {
    const { counted, later } = parted(parts, '2016-12-01');
    expect(texts(counted)).toEqual(['now', 'always']);
    expect(texts(later)).toEqual(['midmonth']);
  });
  it('that decide about nobody are never said to be in the figures', () => {
    const { demanded, left } = parted(parts, '2030-01-01');
    expect(texts(demanded)).toEqual(['demand']);
    expect(texts(left)).toEqual(['review', 'local', 'words']);
  });
  it('are not said to be late while nothing is answered', () => {
    expect(parted(parts, undefined).later).toEqual([]);
  });
});
