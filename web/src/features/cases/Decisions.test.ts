import { expect, it } from 'vitest';
import { joined } from './Decisions';

it('shows months of one amount on one line, across the turn of the year, and others apart', () => {
  expect(
    joined([
      { from: '2016-10', to: '2016-12', amountFen: 49_800 },
      { from: '2017-01', to: '2017-01', amountFen: 49_800 },
      { from: '2017-02', amountFen: 0 },
    ]),
  ).toEqual([
    { from: '2016-10', to: '2017-01', amountFen: 49_800 },
    { from: '2017-02', amountFen: 0 },
  ]);
});

it('leaves apart what is not next to each other', () => {
  const spans = [
    { from: '2016-01', to: '2016-03', amountFen: 100 },
    { from: '2016-06', amountFen: 100 },
  ];
  expect(joined(spans)).toEqual(spans);
});
