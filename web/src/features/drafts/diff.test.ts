import { describe, expect, it } from 'vitest';
import { diff } from './diff';

const said = (before: string[], after: string[]) =>
  diff(before.join('\n'), after.join('\n')).map(({ kind, text, number }) => `${kind} ${number} ${text}`.trim());

describe('what a draft changes in a file', () => {
  it('is shown with the lines around it, and the rest is counted', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect(said(lines, ['a', 'b', 'c', 'd', 'E', 'f', 'g', 'h'])).toEqual([
      'gap 2',
      'same 3 c',
      'same 4 d',
      'removed 5 e',
      'added 5 E',
      'same 6 f',
      'same 7 g',
      'gap 1',
    ]);
  });

  it('keeps lines that stay between two changes', () => {
    expect(said(['x', 'kept', 'y'], ['1', 'kept', '2'])).toEqual([
      'removed 1 x',
      'added 1 1',
      'same 2 kept',
      'removed 3 y',
      'added 3 2',
    ]);
  });

  it('is nothing but a gap where nothing changed', () => {
    expect(said(['a', 'b'], ['a', 'b'])).toEqual(['gap 2']);
  });
});
