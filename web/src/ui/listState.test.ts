import { describe, expect, it } from 'vitest';
import { readList, withFilter, withOpen, withPage, withSort, writeList } from './listState';

const list = readList(new URLSearchParams('q=李&state=SURVEY&sort=-due&page=3&open=c1'));

describe('a list', () => {
  it('is what its address says', () => {
    expect(list).toEqual({ filters: { q: '李', state: 'SURVEY' }, sort: '-due', page: 3, open: 'c1' });
    expect(readList(writeList(list))).toEqual(list);
  });
  it('without an address is its first page', () => {
    expect(readList(new URLSearchParams('page=-2&state='))).toEqual({ filters: {}, page: 1 });
  });
  it('begins again at the first page when it is filtered or sorted otherwise', () => {
    expect(withFilter(list, 'state', undefined)).toEqual({ filters: { q: '李' }, sort: '-due', page: 1 });
    expect(withSort(list, 'due')).toEqual({ filters: list.filters, sort: 'due', page: 1 });
  });
  it('keeps filters and order when a page is turned, and closes the open row', () => {
    expect(withPage(list, 4)).toEqual({ filters: list.filters, sort: '-due', page: 4 });
  });
  it('keeps everything when a row is opened or closed', () => {
    expect(withOpen(list, 'c2')).toEqual({ ...list, open: 'c2' });
    expect(withOpen(list, undefined)).toEqual({ filters: list.filters, sort: '-due', page: 3 });
  });
});
