import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLanguage, useWords } from './i18n';
import { ProblemAlert } from './ProblemAlert';
import { seriesColours, tokens } from './theme';
import { words } from './words';

interface Props {
  /** States what the chart shows: a message, not a subject. */
  title: string;
  unit: string;
  /** Where the figures come from. */
  source: string;
  option: EChartsCoreOption;
  /** The same figures as a table. */
  table: ReactNode;
}

/** A chart with its message, unit, source and a table twin. The drawing library is read when the first chart is. */
export function Chart({ title, unit, source, option, table }: Props) {
  const w = useWords(words);
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  useEffect(() => {
    if (asTable) {
      return undefined;
    }
    let gone = false;
    let dispose: (() => void) | undefined;
    import('./echarts')
      .then(({ draw }) => {
        if (!gone && place.current) {
          dispose = draw(place.current, {
            color: [...seriesColours],
            textStyle: { fontFamily: tokens.font },
            ...option,
          });
        }
      })
      .catch(setProblem);
    return () => {
      gone = true;
      dispose?.();
    };
  }, [asTable, option, language]);

  return (
    <figure className="chart">
      <figcaption>
        <strong>{title}</strong> <span className="secondary">{w.unit(unit)}</span>
        <button type="button" className="plain-link no-print" onClick={() => setAsTable(!asTable)}>
          {asTable ? w.chart : w.table}
        </button>
      </figcaption>
      {problem !== undefined && <ProblemAlert problem={problem} />}
      {asTable ? table : <div ref={place} className="chart-place" role="img" aria-label={title} />}
      <p className="secondary">{w.source(source)}</p>
    </figure>
  );
}
