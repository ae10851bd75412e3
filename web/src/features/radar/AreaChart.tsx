import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Chart } from '../../ui/Chart';
import { formatCount } from '../../ui/format';
import { signs, useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Loaded, Skeleton } from '../../ui/Waiting';
import { drawnAs } from '../../ui/outlines';
import { barOption, mapOption } from './figures';
import { useBoundaries, type Radar } from './queries';
import { words } from './words';

interface Outlines {
  features: { properties: { code: string; source_code?: string } }[];
}

interface Props {
  shown: Radar;
  table: ReactNode;
}

/** Counties on a sketch of the province; smaller areas, of which there are no outlines, as bars. */
export function AreaChart({ shown, table }: Props) {
  const w = useWords(words);
  const bars = useMemo(() => barOption(shown.areas), [shown.areas]);
  const level = shown.path.at(-1)?.level;
  const open = formatCount(shown.areas.reduce((sum, area) => sum + area.open, 0));
  if (level === 'PROVINCE' || level === 'PREFECTURE') {
    return <CountyMap shown={shown} table={table} />;
  }
  return (
    <Chart title={w.barTitle(shown.areaName, open)} unit={w.mapUnit} source={w.barSource} option={bars} table={table} />
  );
}

function CountyMap({ shown, table }: Props) {
  const boundaries = useBoundaries();
  return (
    <Loaded query={boundaries} lines={12}>
      {(outlines) => <Drawn shown={shown} table={table} outlines={outlines as Outlines} />}
    </Loaded>
  );
}

function Drawn({ shown, table, outlines }: Props & { outlines: Outlines }) {
  const w = useWords(words);
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    import('../../ui/echarts')
      .then(({ registerMap }) => {
        registerMap('counties', outlines as unknown as Parameters<typeof registerMap>[1]);
        setReady(true);
      })
      .catch(setProblem);
  }, [outlines]);
  const option = useMemo(() => mapOption(shown.areas, outlines.features), [shown.areas, outlines]);
  if (problem !== undefined) {
    return <ProblemAlert problem={problem} />;
  }
  if (!ready) {
    return <Skeleton lines={12} />;
  }
  const without = shown.areas.filter((area) => area.open > 0 && !drawnAs(area.code, outlines.features));
  return (
    <div className="radar-map">
      <Chart
        title={w.mapTitle(shown.areaName, formatCount(shown.areas.reduce((sum, area) => sum + area.open, 0)))}
        unit={w.mapUnit}
        source={w.mapSource}
        option={option}
        table={table}
      />
      {without.length > 0 && (
        <p className="secondary">
          {w.mapNotDrawn(without.map((area) => `${area.name} ${formatCount(area.open)}`).join(signs().listed))}
        </p>
      )}
    </div>
  );
}
