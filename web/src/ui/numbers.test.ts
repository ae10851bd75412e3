import { describe, expect, it } from 'vitest';
import { readCount, readFen, typedYuan } from './numbers';

describe('a number typed by hand', () => {
  it('may be pasted with blanks, commas and full-width digits', () => {
    expect(readCount(' 12 ')).toBe(12);
    expect(readCount('１２')).toBe(12);
    expect(readFen('1,234.5')).toBe(123450);
    expect(readFen('１２３４．５０')).toBe(123450);
  });
  it.each(['-1', 'abc', '1.5', '', '1e3', '十二'])('is no count as %s', (text) =>
    expect(readCount(text)).toBeUndefined(),
  );
  it.each(['-1', 'abc', '1.234', '', '1,2', '5元'])('is no amount as %s', (text) =>
    expect(readFen(text)).toBeUndefined(),
  );
  it('keeps every fen', () => {
    expect(readFen('0.29')).toBe(29);
    expect(readFen('9999999999.99')).toBe(999_999_999_999);
    expect(typedYuan(29)).toBe('0.29');
    expect(typedYuan(123450)).toBe('1234.50');
  });
});
