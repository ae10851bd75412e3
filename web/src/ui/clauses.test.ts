import { describe, expect, it } from 'vitest';
import { articleOf, citations, onClauseKey, openAtFirst, sourcesOf, visibleRows, type ClauseNode } from './clauses';

const clause = (id: string, ...children: ClauseNode[]): ClauseNode => ({
  id,
  kind: children.length > 0 ? 'ANY_OF' : 'CLAUSE',
  ask: `${id}？`,
  rule: '',
  cites: [],
  children,
});
const nodes = [clause('local'), clause('no-labour', clause('old'), clause('minor')), clause('amount')];
const rowsWith = (...open: string[]) => visibleRows(nodes, new Set(open));

describe('the tree of clauses', () => {
  it('shows the parts of a group only when it is open', () => {
    expect(rowsWith().map((row) => row.path)).toEqual(['/local', '/no-labour', '/amount']);
    expect(rowsWith('/no-labour').map((row) => row.level)).toEqual([1, 1, 2, 2, 1]);
  });
  it('opens its groups from the start', () => {
    expect(openAtFirst(nodes)).toEqual(['/no-labour']);
  });
  it('is walked with the arrows', () => {
    const rows = rowsWith('/no-labour');
    expect(onClauseKey('ArrowDown', rows, '/no-labour')).toEqual({ focus: '/no-labour/old' });
    expect(onClauseKey('ArrowUp', rows, '/local')).toEqual({});
    expect(onClauseKey('End', rows, '/local')).toEqual({ focus: '/amount' });
  });
  it('opens to the right and closes to the left', () => {
    expect(onClauseKey('ArrowRight', rowsWith(), '/no-labour')).toEqual({ toggle: '/no-labour' });
    expect(onClauseKey('ArrowRight', rowsWith('/no-labour'), '/no-labour')).toEqual({ focus: '/no-labour/old' });
    expect(onClauseKey('ArrowLeft', rowsWith('/no-labour'), '/no-labour/minor')).toEqual({ focus: '/no-labour' });
    expect(onClauseKey('ArrowLeft', rowsWith('/no-labour'), '/no-labour')).toEqual({ toggle: '/no-labour' });
  });
});

it('names each source of an answer once, and no place where a standard is stated', () => {
  const used = (name: string, source: string) => ({ name, label: name, value: '1', source });
  const evaluation = {
    answer: 'MET' as const,
    values: '',
    refusal: '',
    missing: [],
    used: [used('household.a', '入户调查'), used('household.b', '入户调查'), used('param.c', '《办法》第九条')],
  };
  expect(sourcesOf(evaluation)).toEqual(['入户调查']);
});

it('shortens a citation to its article, or to its document where it has none', () => {
  expect(articleOf('《社会救助暂行办法》（国务院令第649号）第十六条')).toBe('第十六条');
  expect(articleOf('《特困人员认定办法》（民发〔2016〕178号）')).toBe('《特困人员认定办法》');
});

describe('citations of one list', () => {
  it('name a document once, with all of its articles in their order', () => {
    const one = '《社会救助暂行办法》（国务院令第649号）';
    const other = '《特困人员认定办法》（民发〔2016〕178号）';
    expect(citations([`${one}第九条`, `${other}第四条第（二）项`, `${one}第十六条`, `${one}第九条`])).toBe(
      `${one}第九条、第十六条；${other}第四条第（二）项`,
    );
  });
  it('leave a document without an article as it is, and nothing where there is none', () => {
    expect(citations(['吉民发〔2015〕3号', '《暂行办法》', '《暂行办法》第二条'])).toBe(
      '吉民发〔2015〕3号；《暂行办法》第二条',
    );
    expect(citations([])).toBe('');
  });
});
