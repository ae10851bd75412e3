import { describe, expect, it } from 'vitest';
import { actionOptions, actionText, nameOf, particularsOf, subjectText } from './actions';

describe('an entry of the log', () => {
  it('says in words what was done, and the code of what has no words yet', () => {
    expect(actionText('user.close', 'zh')).toBe('停用账户');
    expect(actionText('user.close', 'en')).toBe('Closed an account');
    expect(actionText('visit.plan', 'zh')).toBe('visit.plan');
    expect(subjectText('payment-run', 'zh')).toBe('发放清单');
  });

  it('opens to its particulars', () => {
    expect(particularsOf('{"login": "wang", "affected": 3}')).toEqual([
      ['login', 'wang'],
      ['affected', '3'],
    ]);
    expect(particularsOf('{}')).toEqual([]);
    expect(particularsOf('not json')).toEqual([['', 'not json']]);
  });

  it('names the thing by its number or login, and not at all where the particulars do not', () => {
    expect(nameOf('{"programme": "p", "number": "2016-0012"}')).toBe('2016-0012');
    expect(nameOf('{"login": "wang"}')).toBe('wang');
    expect(nameOf('{"decision": "x"}')).toBe('');
  });

  it('is found by what was done, each deed offered once', () => {
    const labels = actionOptions('zh').map((option) => option.label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
