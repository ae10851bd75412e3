import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { fieldAt, partsOf } from './formFields';

describe('a pointer', () => {
  const fields = [['on'], ['facts', 'on'], ['members', 0, 'name'], ['name']];
  it('leads to the field of its name, wherever the server keeps it', () => {
    expect(fieldAt('/on', fields)).toEqual(['on']);
    expect(fieldAt('/told/on', fields)).toEqual(['on']);
  });
  it('leads to the field that matches it furthest', () => {
    expect(fieldAt('/facts/on', fields)).toEqual(['facts', 'on']);
    expect(fieldAt('/members/0/name', fields)).toEqual(['members', 0, 'name']);
  });
  it('leads to none where the form has no such field', () => {
    expect(fieldAt('', fields)).toBeUndefined();
    expect(fieldAt('/members/1/sex', fields)).toBeUndefined();
    expect(fieldAt('/won', fields)).toBeUndefined();
  });
});

it('takes a problem apart where the server did', () => {
  const parts = [
    { pointer: '/on', detail: '日期不能晚于今天' },
    { pointer: '', detail: '缺少材料' },
  ];
  expect(partsOf(new Problem(409, 'cases.several', '', '有 2 处需要处理', '', [], parts))).toEqual(parts);
  expect(partsOf(new Problem(422, 'registry.future', '', '日期不能晚于今天', '/on'))).toEqual([parts[0]]);
  expect(partsOf(new TypeError('fetch'))).toEqual([]);
});
