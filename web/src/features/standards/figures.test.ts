import { describe, expect, it } from 'vitest';
import { drawnAs } from '../../ui/outlines';
import { barOption, countsOf, mapOption } from './figures';
import type { Row, Year } from './queries';

function row(areaCode: string, name: string, fen: number | undefined, verdict?: Row['verdict']): Row {
  return {
    areaCode,
    name,
    parentName: '',
    setting: {
      text: '',
      mark: '',
      local: false,
      demo: false,
      source: '',
      note: '',
      ...(fen !== undefined && { number: fen }),
    },
    floors: [],
    ...(verdict && { verdict }),
  };
}

const year: Year = {
  parameter: {
    name: 'standard',
    label: '标准',
    unit: '元/人·年',
    money: true,
    level: 'COUNTY',
    setBy: '',
    measured: true,
  },
  year: 2017,
  years: [2016, 2017],
  floors: [{ title: '扶贫标准', unit: '元/人·年', cites: [] }],
  rows: [
    row('222401000000', '甲市', 440_000, 'KEPT'),
    row('220381000000', '乙市', 300_000, 'BROKEN'),
    row('222402000000', '丙市', undefined, 'NO_DATA'),
    row('229801000000', '丁区', 350_000),
  ],
};
const features = [{ properties: { code: '222401' } }, { properties: { code: '220184', source_code: '220381' } }];

describe('the figures of a year', () => {
  it('count who keeps, breaks and cannot be judged', () => {
    expect(countsOf(year.rows)).toEqual({ demanded: 3, kept: 1, broken: 1, open: 1, known: 3 });
  });

  it('are drawn from the highest to the lowest, without those that nobody knows', () => {
    const option = barOption(year, { value: '标准', red: 'red' });
    expect(option?.['yAxis']).toMatchObject({ data: ['甲市', '丁区', '乙市'] });
  });

  it('have no chart when nobody knows any', () => {
    expect(barOption({ ...year, rows: [] }, { value: '标准', red: 'red' })).toBeUndefined();
  });

  it('find a renumbered area on the map, and miss one that is not drawn', () => {
    expect(drawnAs('220381000000', features)).toBe('220184');
    expect(drawnAs('229801000000', features)).toBeUndefined();
  });

  it('mark on the map how each area stands', () => {
    const titles = { KEPT: 'k', BROKEN: 'b', NO_DATA: 'n', NONE: '-' };
    const [series] = mapOption(year, features, titles, titles)['series'] as [{ data: unknown }];
    expect(series.data).toEqual([
      { name: '222401', value: 0 },
      { name: '220184', value: 1 },
    ]);
  });
});
