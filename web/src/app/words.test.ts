import { describe, expect, it } from 'vitest';

interface Dictionaries {
  words: { zh: Record<string, unknown>; en: Record<string, unknown> };
}

const modules = Object.entries(import.meta.glob<Dictionaries>('../**/words.ts', { eager: true }));
const CHINESE = /[\u4e00-\u9fff]/;

describe('the words', () => {
  it.each(modules)('of %s are all said in English as well', (_, { words: { zh, en } }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    const left = Object.entries(en)
      // A function's own text holds what it says.
      .filter(([, said]) => CHINESE.test(String(said)) && said !== '中文')
      .map(([name]) => name);
    expect(left).toEqual([]);
  });

  it('are those of every feature', () => {
    expect(modules.length).toBeGreaterThan(9);
  });
});
