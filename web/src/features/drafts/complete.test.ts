import { describe, expect, it } from 'vitest';
import { fitting } from './complete';

const names = [
  { insert: 'household.income_12m', label: '家庭年收入', unit: '元/年', of: '' },
  { insert: 'household.hukou', label: '家庭户口性质', unit: '', of: '' },
  { insert: '"RURAL"', label: '农业', unit: '', of: 'household.hukou' },
  { insert: '"URBAN"', label: '非农业', unit: '', of: 'household.hukou' },
  { insert: 'param.rural_dibao_standard', label: '农村低保标准', unit: '元/人·年', of: '' },
];

const inserts = (line: string, byHand = false) => fitting(names, line, byHand).fits.map(({ insert }) => insert);

describe('what is offered while a rule is written', () => {
  it('are the names of whose they are', () => {
    expect(inserts('    when: household.in')).toEqual(['household.income_12m']);
    expect(inserts('    when: param.')).toEqual(['param.rural_dibao_standard']);
  });

  it('are the codes of the fact that is compared', () => {
    expect(inserts('    when: household.hukou == "')).toEqual(['"RURAL"', '"URBAN"']);
    expect(inserts('    when: household.hukou in ["RURAL", "U')).toEqual(['"URBAN"']);
  });

  it('is found by what people call it when it is asked for', () => {
    expect(inserts('    when: 年收入', true)).toEqual(['household.income_12m']);
    expect(inserts('    ask: 年收入')).toEqual([]);
  });

  it('is nothing while only a letter of some word is typed', () => {
    expect(inserts('  a')).toEqual([]);
  });
});
