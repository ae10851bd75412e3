import { describe, expect, it } from 'vitest';
import { barOption, mapOption, rateOf } from './figures';
import type { AreaLeads } from './queries';

const area = (code: string, name: string, open: number): AreaLeads => ({ code, name, open, leaf: false, kinds: [] });

const features = [{ properties: { code: '220381' } }, { properties: { code: '220184', source_code: '220382' } }];

describe('the map of leads', () => {
  it('draws a county under the code of its outline, also where it bore another one', () => {
    const option = mapOption([area('220381000000', '甲', 3), area('220382000000', '乙', 5)], features) as {
      series: [{ data: { name: string; value: number }[] }];
    };
    expect(option.series[0].data).toEqual([
      { name: '220381', value: 3 },
      { name: '220184', value: 5 },
    ]);
  });
});

describe('the bars of areas', () => {
  it('stand with the most leads on top, which a chart draws last', () => {
    const option = barOption([area('1', '甲', 3), area('2', '乙', 5)]) as { yAxis: { data: string[] } };
    expect(option.yAxis.data).toEqual(['甲', '乙']);
  });
});

describe('the rate of false alarms', () => {
  it('is told of leads that people closed, and of none where nobody did', () => {
    expect(rateOf({ closed: 3, falseAlarms: 1 })).toBe('33%');
    expect(rateOf({ closed: 0, falseAlarms: 0 })).toBe('—');
  });
});
