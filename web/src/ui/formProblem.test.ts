import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { fieldOf } from './formProblem';

describe('a refusal of a form', () => {
  const refusal = (pointer: string) => new Problem(422, 'access.login-taken', '', '用户名已有人使用', pointer);

  it('belongs to the field that it points to', () => {
    expect(fieldOf(refusal('/login'), ['login', 'name'])).toBe('login');
  });

  it('belongs to the whole form when it points elsewhere or nowhere', () => {
    expect(fieldOf(refusal('/members/0/name'), ['login', 'name'])).toBeUndefined();
    expect(fieldOf(refusal(''), ['login', 'name'])).toBeUndefined();
    expect(fieldOf(new TypeError('fetch'), ['login'])).toBeUndefined();
  });
});
