import type { EChartsCoreOption } from 'echarts/core';
import { drawnAs, type Outline } from '../../ui/outlines';
import type { AreaLeads } from './queries';

const PALE = '#f3ede0';
const DEEP = '#c98a2b';

/** Counties by how many leads wait in them; the number stands beside the name, so that colour says nothing alone. */
export function mapOption(areas: readonly AreaLeads[], features: readonly Outline[]): EChartsCoreOption {
  const drawn = new Map<string, AreaLeads>();
  for (const area of areas) {
    const code = drawnAs(area.code, features);
    if (code) {
      drawn.set(code, area);
    }
  }
  const most = Math.max(1, ...[...drawn.values()].map(({ open }) => open));
  const said = ({ name }: { name: string }) => {
    const area = drawn.get(name);
    return area && area.open > 0 ? `${area.name} ${area.open}` : '';
  };
  return {
    animation: false,
    tooltip: { trigger: 'item', formatter: said },
    visualMap: {
      type: 'continuous',
      left: 0,
      bottom: 0,
      min: 0,
      max: most,
      text: [String(most), '0'],
      inRange: { color: [PALE, DEEP] },
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
        label: { show: true, fontSize: 11, formatter: said },
        data: [...drawn].map(([name, { open }]) => ({ name, value: open })),
      },
    ],
  };
}

const BARS_MAX = 20;

/** The areas with most leads as bars, the longest on top; of areas smaller than a county nobody has outlines. */
export function barOption(areas: readonly AreaLeads[]): EChartsCoreOption {
  const most = [...areas]
    .sort((left, right) => right.open - left.open)
    .slice(0, BARS_MAX)
    .reverse();
  return {
    animation: false,
    grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', data: most.map(({ name }) => name) },
    series: [
      {
        type: 'bar',
        itemStyle: { color: DEEP },
        label: { show: true, position: 'right' },
        data: most.map(({ open }) => open),
      },
    ],
  };
}

/** Of the leads that people closed how many were none, in per cent; a dash where nobody closed one. */
export function rateOf({ closed, falseAlarms }: { closed: number; falseAlarms: number }): string {
  return closed === 0 ? '—' : `${Math.round((100 * falseAlarms) / closed)}%`;
}
