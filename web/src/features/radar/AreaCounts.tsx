import { Segmented } from 'antd';
import { Link } from 'react-router';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import type { List } from '../../ui/useList';
import { AreaChart } from './AreaChart';
import { listOf } from './narrow';
import { KINDS, type AreaLeads, type Kind, type Radar } from './queries';
import { words } from './words';

/** The areas in the one that is shown, each with its leads by kind; every number opens its list. */
export function AreaCounts({ shown, list }: { shown: Radar; list: List }) {
  const w = useWords(words);
  if (shown.areas.length === 0) {
    return null;
  }
  const asMap = list.filters['view'] === 'map';
  const table = <AreaTable shown={shown} list={list} />;
  return (
    <section className="radar-areas">
      <Segmented
        aria-label={w.view}
        value={asMap ? 'map' : 'table'}
        options={[
          { value: 'table', label: w.table },
          { value: 'map', label: w.map },
        ]}
        onChange={(view) => list.filter('view', view === 'map' ? view : undefined)}
      />
      {asMap ? <AreaChart shown={shown} table={table} /> : table}
    </section>
  );
}

const openOf = (area: AreaLeads, kind: Kind) => area.kinds.find((one) => one.kind === kind)?.open ?? 0;

function AreaTable({ shown, list }: { shown: Radar; list: List }) {
  const w = useWords(words);
  const to = (area: string, kind?: Kind) => listOf(list, { area, ...(kind && { kind }) });
  return (
    <div className="radar-scroll">
      <table className="radar-table">
        <caption>{w.areas}</caption>
        <thead>
          <tr>
            <th scope="col">{w.area}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col" className="radar-number">
                {w[kind]}
              </th>
            ))}
            <th scope="col" className="radar-number">
              {w.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...shown.areas]
            .sort((left, right) => right.open - left.open)
            .map((area) => (
              <tr key={area.code}>
                <th scope="row">
                  <Link to={to(area.code)}>{area.name}</Link>
                </th>
                {KINDS.map((kind) => (
                  <td key={kind} className="radar-number">
                    {openOf(area, kind) > 0 ? (
                      <Link to={to(area.code, kind)}>{formatCount(openOf(area, kind))}</Link>
                    ) : (
                      <span className="secondary">0</span>
                    )}
                  </td>
                ))}
                <td className="radar-number">
                  <strong>{formatCount(area.open)}</strong>
                </td>
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.total}</th>
            {KINDS.map((kind) => (
              <td key={kind} className="radar-number">
                {formatCount(shown.areas.reduce((sum, area) => sum + openOf(area, kind), 0))}
              </td>
            ))}
            <td className="radar-number">
              <strong>{formatCount(shown.areas.reduce((sum, area) => sum + area.open, 0))}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
