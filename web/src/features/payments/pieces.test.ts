import { expect, test } from 'vitest';
import { grouped } from './pieces';
import type { Line } from './queries';

const line = (month: string, reason: Line['reason']): Line => ({
  entitlement: 'e',
  month,
  decision: 'd',
  decidedFen: 0,
  hadFen: 0,
  formerFen: 0,
  amountFen: 1,
  reason,
  shares: {},
});

test('arrears of three months are told as one span', () => {
  const lines = [
    line('2016-10', 'UNCHANGED'),
    line('2016-09', 'ARREARS'),
    line('2016-08', 'ARREARS'),
    line('2016-07', 'ARREARS'),
  ];
  expect(grouped(lines)).toEqual([
    ['UNCHANGED', '2016-10'],
    ['ARREARS', '2016-07～2016-09'],
  ]);
});
