import { describe, expect, it } from 'vitest';
import { dayFault, mayBecomeDay, readDay, typedDayFault } from './day';

describe('a day typed by hand', () => {
  it.each([
    '2016-9-1',
    '2016-09-01',
    '20160901',
    '2016/9/1',
    '2016.9.1',
    '2016年9月1日',
    '2016年9月1',
    '２０１６－０９－０１',
    ' 2016 - 9 - 1 ',
  ])('is understood as %s', (text) => expect(readDay(text)).toBe('2016-09-01'));
  it.each(['abc', '2016-13-40', '2016-02-30', '2016-9', '16-9-1', '9/1/2016', '2016-9.1', '0000-00-00', ''])(
    'is none as %s',
    (text) => expect(readDay(text)).toBeUndefined(),
  );
  it('may have the 29th of February in a leap year only', () => {
    expect(readDay('2016-2-29')).toBe('2016-02-29');
    expect(readDay('2015-2-29')).toBeUndefined();
  });
});

describe('a day that is being typed', () => {
  it.each([
    '',
    '2',
    '2016',
    '2016-',
    '2016-0',
    '2016-1',
    '2016-12',
    '2016-12-',
    '2016-12-3',
    '201612',
    '2016123',
    '2016年',
    '2016年9月',
  ])('may still come of %s', (text) => expect(mayBecomeDay(text)).toBe(true));
  it.each(['a', '2016-13', '2016-00', '2016-12-32', '2016-02-30', '201613', '2016a', '20161'.repeat(3)])(
    'can no longer come of %s',
    (text) => expect(mayBecomeDay(text)).toBe(false),
  );
  it('is not called wrong before it is finished, and at once when it cannot be one', () => {
    expect(typedDayFault('2016-1')).toBeUndefined();
    expect(dayFault('2016-1')).toBe('none');
    expect(typedDayFault('2016-13')).toBe('none');
  });
});

it('says of a day which bound it passes', () => {
  expect(dayFault('2016-10-11', { max: '2016-10-10' })).toBe('late');
  expect(dayFault('2016-10-10', { max: '2016-10-10' })).toBeUndefined();
  expect(dayFault('0016-10-10')).toBe('early');
  expect(dayFault('2016-10-09', { min: '2016-10-10' })).toBe('early');
});
