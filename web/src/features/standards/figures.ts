import type { EChartsCoreOption } from 'echarts/core';
import { formatFen } from '../../ui/format';
import { drawnAs, type Outline } from '../../ui/outlines';
import type { Row, Verdict, Year } from './queries';

/** How many areas keep, break or cannot be judged by what is demanded of them. */
export interface Counts {
  demanded: number;
  kept: number;
  broken: number;
  open: number;
  /** Areas whose value is known, whether anything is demanded or not. */
  known: number;
}

export function countsOf(rows: readonly Row[]): Counts {
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return {
    demanded: rows.filter((row) => row.verdict).length,
    kept: of('KEPT'),
    broken: of('BROKEN'),
    open: of('NO_DATA'),
    known: rows.filter((row) => row.setting.number != null).length,
  };
}

/** A value in the unit of the floors it is measured against, or in its own where there are none. */
export function measured(row: Row): number | undefined {
  return row.floors.find((floor) => floor.measured != null)?.measured ?? row.setting.number ?? undefined;
}

const FEN = 100;

const shown = (number: number | null | undefined, money: boolean) =>
  number == null ? null : money ? number / FEN : number;

/** Bars of the areas' values from the lowest to the highest, with a mark for each floor. */
export function barOption(year: Year, names: { value: string; red: string }): EChartsCoreOption | undefined {
  const { money } = year.parameter;
  const rows = year.rows
    .filter((row) => measured(row) !== undefined)
    .sort((left, right) => (measured(right) ?? 0) - (measured(left) ?? 0));
  if (rows.length === 0) {
    return undefined;
  }
  const floors = year.floors
    .map((floor, index) => ({ title: floor.title, data: rows.map((row) => shown(row.floors[index]?.number, money)) }))
    .filter(({ data }) => data.some((number) => number !== null));
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 40 + 20 * floors.length, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, orient: 'vertical', data: [names.value, ...floors.map((floor) => floor.title)] },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value' },
    yAxis: { type: 'category', data: rows.map((row) => row.name) },
    series: [
      {
        name: names.value,
        type: 'bar',
        barMaxWidth: 18,
        label: {
          show: true,
          position: 'insideLeft',
          color: '#ffffff',
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const number = rows[dataIndex] && measured(rows[dataIndex]);
            return number === undefined ? '' : money ? formatFen(number) : String(number);
          },
        },
        data: rows.map((row) => ({
          value: shown(measured(row), money),
          ...(row.verdict === 'BROKEN' && { itemStyle: { color: names.red } }),
        })),
      },
      // A floor is a mark on each bar; the areas are not a course of anything, so no line joins them.
      ...floors.map(({ title, data }, index) => ({
        name: title,
        type: 'line',
        symbol: ['diamond', 'triangle', 'rect'][index % 3],
        symbolSize: 13,
        showAllSymbol: true,
        itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
        lineStyle: { width: 0 },
        data,
      })),
    ],
  };
}

const CATEGORIES = ['KEPT', 'BROKEN', 'NO_DATA', 'NONE'] as const;

/** The areas by how they stand; every category has a sign or a word beside its colour. */
export function mapOption(
  year: Year,
  features: readonly Outline[],
  titles: Readonly<Record<(typeof CATEGORIES)[number], string>>,
  colours: Readonly<Record<(typeof CATEGORIES)[number], string>>,
): EChartsCoreOption {
  const rows = new Map<string, Row>();
  for (const row of year.rows) {
    const code = drawnAs(row.areaCode, features);
    if (code) {
      rows.set(code, row);
    }
  }
  const sign = (row: Row | undefined) => (row?.verdict === 'KEPT' ? '✓' : row?.verdict === 'BROKEN' ? '✗' : '');
  return {
    animation: false,
    tooltip: {
      trigger: 'item',
      formatter: ({ name }: { name: string }) => {
        const row = rows.get(name);
        return row
          ? `${row.parentName}${row.name}<br>${row.setting.text || '—'}<br>${titles[row.verdict ?? 'NONE']}`
          : '';
      },
    },
    visualMap: {
      type: 'piecewise',
      left: 0,
      bottom: 0,
      pieces: CATEGORIES.map((category, index) => ({
        value: index,
        label: titles[category],
        color: colours[category],
      })),
    },
    series: [
      {
        type: 'map',
        map: 'counties',
        left: 8,
        right: 8,
        top: 8,
        bottom: 96,
        nameProperty: 'code',
        selectedMode: false,
        itemStyle: { borderColor: '#8a939d', areaColor: '#ffffff' },
        label: {
          show: true,
          fontSize: 11,
          formatter: ({ name }: { name: string }) => {
            const row = rows.get(name);
            return sign(row) && row ? `${sign(row)} ${row.name}` : '';
          },
        },
        emphasis: { label: { show: true } },
        data: [...rows].map(([name, row]) => ({ name, value: CATEGORIES.indexOf(row.verdict ?? 'NONE') })),
      },
    ],
  };
}
