import { describe, expect, it } from 'vitest';
import { listOf } from './narrow';

describe('a number of the radar', () => {
  it('leads to the rows it counts, whatever the list was narrowed to before', () => {
    const list = { filters: { area: '229901', programme: 'p', kind: 'TWICE', standing: 'CLOSED', cause: 'c' } };
    expect(listOf(list, { kind: 'ONE_VISIT' })).toBe('?area=229901&programme=p&kind=ONE_VISIT');
    expect(listOf(list, { area: '229901100' })).toBe('?area=229901100&programme=p');
  });
});
