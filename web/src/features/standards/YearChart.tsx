import { useMemo } from 'react';
import { Chart } from '../../ui/Chart';
import { Empty } from '../../ui/Empty';
import { useWords } from '../../ui/i18n';
import { tokens } from '../../ui/theme';
import { barOption, countsOf } from './figures';
import type { Year } from './queries';
import { words } from './words';
import { YearTable } from './YearTable';

/** The areas of a year as bars against the floors; its title says how many keep them. */
export function YearChart({ shown }: { shown: Year }) {
  const w = useWords(words);
  const option = useMemo(() => barOption(shown, { value: shown.parameter.label, red: tokens.red }), [shown]);
  if (!option) {
    return <Empty title={w.noFigures}>{w.noFiguresMend}</Empty>;
  }
  const counts = countsOf(shown.rows);
  return (
    <Chart
      title={w.message(shown.year, counts.demanded, counts.kept, counts.broken, counts.open)}
      unit={shown.floors[0]?.unit ?? shown.parameter.unit}
      source={w.source}
      option={option}
      table={<YearTable shown={shown} />}
    />
  );
}
