import type { EChartsCoreOption } from 'echarts/core';
import { formatCount } from '../../ui/format';
import type { Answer, Asked, AskedChange } from './queries';

/** How many amounts change by how much, all programmes together. */
export function distributionOf(answer: Answer): number[] {
  return answer.edgesFen
    .concat(0)
    .map((_, bucket) => answer.programmes.reduce((sum, programme) => sum + (programme.distribution[bucket] ?? 0), 0));
}

interface BucketWords {
  lessThan: (edge: string) => string;
  moreThan: (edge: string) => string;
  between: (low: string, high: string) => string;
}

const yuan = (fen: number) => formatCount(fen / 100);

/** What each bucket is called. */
export function bucketNames(edges: readonly number[], w: BucketWords): string[] {
  return [...edges, undefined].map((edge, bucket) => {
    const low = edges[bucket - 1];
    if (low === undefined) {
      return w.lessThan(yuan(-(edge ?? 0)));
    }
    return edge === undefined ? w.moreThan(yuan(low)) : w.between(yuan(low), yuan(edge));
  });
}

/** The distribution as bars: who loses in red, who gains in the first colour. */
export function distributionOption(
  answer: Answer,
  w: BucketWords,
  colours: { less: string; more: string },
): EChartsCoreOption {
  const names = bucketNames(answer.edgesFen, w);
  const losing = answer.edgesFen.filter((edge) => edge <= 0).length;
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: names, axisLabel: { interval: 0, rotate: 40, fontSize: 11 } },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      {
        type: 'bar',
        barMaxWidth: 40,
        label: {
          show: true,
          position: 'top',
          formatter: ({ value }: { value: number }) => (value ? formatCount(value) : ''),
        },
        data: distributionOf(answer).map((value, bucket) => ({
          value,
          itemStyle: { color: bucket < losing ? colours.less : colours.more },
        })),
      },
    ],
  };
}

/** The whole of both. */
export interface Sum {
  beforeFen: number;
  afterFen: number;
}

export function sumOf(rows: readonly Sum[]): Sum {
  return rows.reduce(
    (sum, row) => ({ beforeFen: sum.beforeFen + row.beforeFen, afterFen: sum.afterFen + row.afterFen }),
    { beforeFen: 0, afterFen: 0 },
  );
}

/** Whether a change has all that an answer needs. */
export function isWhole(change: AskedChange): boolean {
  return change.value !== '' && (change.how !== 'SHARE' || change.of !== '');
}

/** What can be answered of a scenario that is still being filled in. */
export function answerable(asked: Asked): Asked {
  return { ...asked, changes: asked.changes.filter(isWhole) };
}

/** Where a slider ends: from half of what holds to twice as much, in whole yuan; a raise goes from a fifth less to double. */
export function rangeOf(change: AskedChange, presentFen: number | undefined, money: boolean): [number, number] {
  if (change.how !== 'SET') {
    return change.how === 'RAISE' ? [-20, 100] : [0, 300];
  }
  if (!money) {
    return [0, Math.max(100, (presentFen ?? 50) * 2)];
  }
  const present = Math.max(100, Math.round((presentFen ?? Number(change.value || '0') * 100) / 100));
  return [Math.round(present / 2), present * 2];
}
