import { describe, expect, it } from 'vitest';
import { changed, pasted, readMore, readRate } from './bulk';

const PLACES = [
  { areaCode: '220302000000', areaName: '铁西区', areaPath: '吉林省四平市铁西区' },
  { areaCode: '220382000000', areaName: '双辽市', areaPath: '吉林省四平市双辽市' },
  { areaCode: '220802000000', areaName: '洮北区', areaPath: '吉林省白城市洮北区' },
  { areaCode: '220899000000', areaName: '铁西区', areaPath: '吉林省白城市铁西区' },
];

describe('a bulk action', () => {
  it('raises by a per cent and rounds once, exactly', () => {
    const five = { kind: 'percent', rate: 500, to: 100 } as const;
    expect(changed({ ...five, mode: 'UP' }, 402_000)).toBe(422_100);
    expect(changed({ ...five, mode: 'UP' }, 402_010)).toBe(422_200);
    expect(changed({ ...five, mode: 'DOWN' }, 402_010)).toBe(422_100);
    expect(changed({ kind: 'percent', rate: 250, to: 1000, mode: 'NEAREST' }, 420_000)).toBe(431_000);
    expect(changed({ kind: 'percent', rate: 1, to: 1, mode: 'NEAREST' }, 999_999_999_999)).toBe(1_000_099_999_999);
  });
  it('adds a sum or sets all, and makes nothing of what is not known', () => {
    expect(changed({ kind: 'sum', more: 5000 }, 30_000)).toBe(35_000);
    expect(changed({ kind: 'sum', more: -50_000 }, 30_000)).toBeUndefined();
    expect(changed({ kind: 'sum', more: 5000 }, undefined)).toBeUndefined();
    expect(changed({ kind: 'set', value: 400 }, undefined)).toBe(400);
  });
  it('reads rates and sums with their signs', () => {
    expect(readRate('5')).toBe(500);
    expect(readRate('-2.5%')).toBe(-250);
    expect(readRate('五')).toBeUndefined();
    expect(readMore('+300', true)).toBe(30_000);
    expect(readMore('-1.5', true)).toBe(-150);
  });
});

describe('columns pasted out of a spreadsheet', () => {
  it('are taken by code or by name, with commas and without', () => {
    const { values, faults } = pasted('220302\t4,100\r\n双辽市\t4200.5\n白城市洮北区\t4300\n', PLACES, true);
    expect(faults).toEqual([]);
    expect([...values]).toEqual([
      ['220302000000', '4100'],
      ['220382000000', '4200.50'],
      ['220802000000', '4300'],
    ]);
  });
  it('are told by line where the area or the value is not clear', () => {
    const { values, faults } = pasted('地区\t标准\n铁西区\t1\n双辽\t四千\n双辽市\t4000\n220382\t4100', PLACES, true);
    expect([...values.values()]).toEqual(['4000']);
    expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
      [1, 'noArea'],
      [2, 'manyAreas'],
      [3, 'noValue'],
      [5, 'twice'],
    ]);
  });
});
