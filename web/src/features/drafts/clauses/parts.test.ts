import { describe, expect, it } from 'vitest';
import { articleOf, blank, changeOf, cited, differs, editOf, sourceOf } from './parts';
import type { ClausePart } from '../queries';

const PART: ClausePart = {
  key: 'clauses/0',
  kind: 'CLAUSE',
  id: 'income',
  depth: 0,
  has: ['TITLE', 'RULE', 'REFUSAL', 'CITES'],
  title: 'Is the income low enough?',
  writtenTitle: '收入够低吗？',
  rule: 'household.income_12m < allowance',
  writtenRefusal: '收入不低',
  cites: ['order-649#第九条'],
  words: '',
  changed: false,
};

describe('a part in its form', () => {
  it('is unsaved only while it says something else', () => {
    expect(differs(PART, undefined)).toBe(false);
    expect(differs(PART, editOf(PART))).toBe(false);
    expect(differs(PART, { ...editOf(PART), cites: [] })).toBe(true);
  });
  it('holds what the file says, whatever language the page speaks', () => {
    expect(changeOf('p', PART, editOf(PART), 1)).toMatchObject({ title: '收入够低吗？', refusal: '收入不低' });
  });
  it('is not sent while a field that it has is empty', () => {
    expect(blank(PART, { ...editOf(PART), rule: ' ', cites: ['#第一条'] })).toEqual(['RULE', 'CITES']);
    expect(blank({ ...PART, has: ['RULE'] }, { ...editOf(PART), refusal: '' })).toEqual([]);
  });
  it('cites a document with its article, or the whole of it', () => {
    expect([sourceOf('order-649#第九条'), articleOf('order-649#第九条')]).toEqual(['order-649', '第九条']);
    expect(cited('order-649', ' ')).toBe('order-649');
    expect(changeOf('p', PART, { ...editOf(PART), cites: ['law# '] }, 3).cites).toEqual(['law']);
  });
});
