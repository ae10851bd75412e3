import { useEffect, useMemo, useState } from 'react';
import { Chart } from '../../ui/Chart';
import { signs, useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { tokens } from '../../ui/theme';
import { Loaded, Skeleton } from '../../ui/Waiting';
import { drawnAs } from '../../ui/outlines';
import { countsOf, mapOption } from './figures';
import { useBoundaries, type Year } from './queries';
import { words } from './words';
import { YearTable } from './YearTable';

interface Outlines {
  features: { properties: { code: string; source_code?: string } }[];
}

/** The areas of a year on a sketch of the province. */
export function YearMap({ shown }: { shown: Year }) {
  const boundaries = useBoundaries();
  return (
    <Loaded query={boundaries} lines={12}>
      {(outlines) => <Drawn shown={shown} outlines={outlines as Outlines} />}
    </Loaded>
  );
}

function Drawn({ shown, outlines }: { shown: Year; outlines: Outlines }) {
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
  const option = useMemo(
    () =>
      mapOption(
        shown,
        outlines.features,
        { KEPT: w.mapKept, BROKEN: w.mapBroken, NO_DATA: w.mapNoData, NONE: w.mapNone },
        { KEPT: '#b5d8c2', BROKEN: '#e8b4af', NO_DATA: '#dfe3e8', NONE: tokens.surface },
      ),
    [shown, outlines, w],
  );
  if (problem !== undefined) {
    return <ProblemAlert problem={problem} />;
  }
  if (!ready) {
    return <Skeleton lines={12} />;
  }
  const counts = countsOf(shown.rows);
  const without = shown.rows.filter((row) => !drawnAs(row.areaCode, outlines.features) && row.verdict !== 'NO_DATA');
  return (
    <div className="standards-map">
      <Chart
        title={w.message(shown.year, counts.demanded, counts.kept, counts.broken, counts.open)}
        unit={shown.floors[0]?.unit ?? shown.parameter.unit}
        source={`${w.source}${signs().stop}${w.mapNote}`}
        option={option}
        table={<YearTable shown={shown} />}
      />
      {without.length > 0 && (
        <p className="secondary">
          {w.mapNotDrawn(
            without
              .map((row) => `${row.name}${signs().inside(row.verdict ? w[row.verdict] : w.none)}`)
              .join(signs().listed),
          )}
        </p>
      )}
    </div>
  );
}
