import { describe, expect, it } from 'vitest';
import { initial, sent, type Field } from './stepValues';

const field = (id: string, kind: string, last?: unknown): Field => ({
  id,
  title: id,
  kind,
  required: false,
  choices: {},
  ...(last !== undefined && { last }),
});

describe('the form of a step', () => {
  it('is sent with numbers as numbers, money in fen and days as they are', () => {
    const fields = [field('people', 'COUNT'), field('sum', 'MONEY'), field('on', 'DATE'), field('seen', 'FLAG')];
    expect(sent(fields, { people: '１２', sum: '0.29', on: '2016-10-10', seen: false })).toEqual({
      people: 12,
      sum: 29,
      on: '2016-10-10',
      seen: false,
    });
  });
  it('is sent without what was left empty, and with a nought that was typed', () => {
    expect(sent([field('a', 'COUNT'), field('b', 'TEXT')], { a: '0', b: '  ' })).toEqual({ a: 0 });
  });
  it('opens with what was entered the last time', () => {
    expect(initial([field('sum', 'MONEY', 123450), field('people', 'COUNT', 0), field('on', 'DATE')])).toEqual({
      sum: '1234.50',
      people: '0',
    });
  });
});
