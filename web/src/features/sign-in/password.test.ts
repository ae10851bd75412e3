import { describe, expect, it } from 'vitest';
import { isTooEasy, passwordRules } from './password';

const met = (password: string, login?: string) => passwordRules(password, login).map((rule) => rule.met);

describe('a password', () => {
  it('has ten characters, five of them different, and does not contain the login', () => {
    expect(met('长白山下的第一场雪2016', 'wang.clerk')).toEqual([true, true, true]);
    expect(isTooEasy('长白山下的第一场雪2016', 'wang.clerk')).toBe(false);
  });

  it.each([['short'], ['aaaaaaaaaaaa'], ['abcdabcdabcd'], ['wang.clerk-2016']])('is too easy as %s', (password) => {
    expect(isTooEasy(password, 'wang.clerk')).toBe(true);
  });

  it('is not said to contain a login that the page does not know, nor before anything is typed', () => {
    expect(met('wang.clerk-2016')).toEqual([true, true, undefined]);
    expect(met('', 'wang.clerk')).toEqual([false, false, undefined]);
  });
});
