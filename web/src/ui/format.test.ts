import { describe, expect, it } from 'vitest';
import { dateInSentence, formatCount, formatFen, formatMoment, weekday } from './format';

describe('an amount of money', () => {
  it.each([
    [123450, '1,234.50'],
    [0, '0.00'],
    [5, '0.05'],
    [-5, '−0.05'],
    [100, '1.00'],
    [123456789012, '1,234,567,890.12'],
    [-55000, '−550.00'],
  ])('%d fen reads %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });
});

it('groups a count by thousands', () => {
  expect(formatCount(12345)).toBe('12,345');
  expect(formatCount(999)).toBe('999');
});

describe('a day', () => {
  it('is written out inside a sentence', () => {
    expect(dateInSentence('2016-10-01', 'zh')).toBe('2016年10月1日');
    expect(dateInSentence('2016-10-01', 'en')).toBe('1 October 2016');
  });
  it('that is none comes back as it is', () => {
    expect(dateInSentence('长期', 'zh')).toBe('长期');
    expect(weekday('长期', 'zh')).toBe('');
  });
  it('knows its day of the week wherever the browser stands', () => {
    expect(weekday('2016-10-10', 'zh')).toBe('周一');
    expect(weekday('2016-10-10', 'en')).toBe('Mon');
  });
});

it('tells a moment by China’s clock', () => {
  expect(formatMoment('2016-10-10T16:30:00Z')).toBe('2016-10-11 00:30');
});
