import { Checkbox } from 'antd';
import { DataTable, type Column } from '../../ui/DataTable';
import { Empty } from '../../ui/Empty';
import { formatFen } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { StateTag, type Tone } from '../../ui/StateTag';
import { useList } from '../../ui/useList';
import { AreaPanel } from './AreaPanel';
import { countsOf } from './figures';
import type { FloorCell, Row, Verdict, Year } from './queries';
import { words } from './words';

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

const TONES: Readonly<Record<Verdict, Tone>> = { KEPT: 'settled', BROKEN: 'refused', NO_DATA: 'neutral' };

/** How a demand stands, in a word. */
export function VerdictTag({ verdict }: { verdict: Verdict | undefined | null }) {
  const w = useWords(words);
  return verdict ? (
    <StateTag tone={TONES[verdict]}>{w[verdict]}</StateTag>
  ) : (
    <span className="secondary">{w.none}</span>
  );
}

/** The areas of a year as a table; a row opens its area over the years. */
export function YearTable({ shown }: { shown: Year }) {
  const w = useWords(words);
  const list = useList();
  const known = countsOf(shown.rows).known;
  const all = list.filters['all'] === 'yes' || known === 0;
  const rows = all ? shown.rows : shown.rows.filter((row) => row.setting.number != null);
  return (
    <div className="standards-list">
      {known > 0 && (
        <Checkbox checked={!all} onChange={(event) => list.filter('all', event.target.checked ? undefined : 'yes')}>
          {w.onlyKnown}
        </Checkbox>
      )}
      <DataTable<Row>
        queryKey={['standards', 'rows', shown.parameter.name, shown.year, all, shown.rows]}
        load={() => Promise.resolve({ rows, total: rows.length })}
        columns={columnsOf(shown, w)}
        rowKey={(row) => row.areaCode}
        label={w.list}
        size={200}
        empty={<Empty title={w.noFigures}>{w.noFiguresMend}</Empty>}
        panel={{
          title: (area) => shown.rows.find((row) => row.areaCode === area)?.name ?? area,
          content: (area) => <AreaPanel key={area} parameter={shown.parameter.name} area={area} />,
        }}
      />
    </div>
  );
}

function columnsOf(shown: Year, w: Words): readonly Column<Row>[] {
  const { money } = shown.parameter;
  return [
    {
      key: 'area',
      title: w.area,
      render: (row) => (
        <>
          {row.name} <span className="secondary">{row.parentName}</span>
        </>
      ),
    },
    {
      key: 'value',
      title: w.value,
      align: 'right',
      render: (row) => <SettingText row={row} w={w} />,
    },
    ...shown.floors.flatMap((floor, index): Column<Row>[] => {
      // A floor that nobody demands in this year and nobody knows is left out.
      const matters = shown.rows.some((row) => row.floors[index]?.verdict ?? row.floors[index]?.number != null);
      return matters
        ? [
            {
              key: `floor-${index}`,
              title: floor.title,
              align: 'right',
              render: (row) => <FloorText cell={row.floors[index]} money={money} w={w} />,
            },
          ]
        : [];
    }),
    { key: 'verdict', title: w.verdict, render: (row) => <VerdictTag verdict={row.verdict} /> },
    {
      key: 'basis',
      title: w.basis,
      secondary: true,
      render: (row) => <span className="standards-source">{row.setting.source || '—'}</span>,
    },
  ];
}

function SettingText({ row, w }: { row: Row; w: Words }) {
  const { setting } = row;
  if (setting.number == null) {
    return <span className="secondary">{w.unset}</span>;
  }
  return (
    <span className="figures">
      {setting.text}
      <span className="secondary standards-mark">{setting.local ? w.local : setting.demo ? w.demo : setting.mark}</span>
    </span>
  );
}

/** A floor with how far the value lies above or below it, and how it is demanded. */
function FloorText({ cell, money, w }: { cell: FloorCell | undefined; money: boolean; w: Words }) {
  if (cell?.number == null) {
    return <span className="secondary">{w.unknown}</span>;
  }
  const gap = cell.gap ?? undefined;
  const sign = gap !== undefined && gap >= 0 ? '+' : '';
  return (
    <span className="figures" title={[cell.demand, ...cell.sources].filter(Boolean).join('\n')}>
      {cell.text}
      {gap !== undefined && (
        <span className={`standards-mark ${cell.verdict === 'BROKEN' ? 'text-red' : 'secondary'}`}>
          {sign}
          {money ? formatFen(gap) : gap} {cell.verdict === 'KEPT' ? '✓' : cell.verdict === 'BROKEN' ? '✗' : ''}
        </span>
      )}
    </span>
  );
}
