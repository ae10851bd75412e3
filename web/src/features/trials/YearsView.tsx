import { MomentText } from '../../ui/DateText';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { sumOf } from './figures';
import { costCells } from './AnswerView';
import type { Scenario, YearOf } from './queries';
import { Table } from './Table';
import { UnderCell, UnderNotes } from './Under';
import { words } from './words';

/** What a scenario costs year by year, each level of government and county, with the standards of each. */
export function YearsView({ scenario }: { scenario: Scenario }) {
  const w = useWords(words);
  const { result } = scenario;
  if (!result) {
    return null;
  }
  const rows = <Part,>(parts: (year: YearOf) => Part[]) =>
    result.years.flatMap((year) => parts(year).map((part) => ({ year: year.year, ...part })));
  const funds = rows((year) => year.funds);
  const areas = rows((year) => year.areas);
  const values = rows((year) =>
    year.values.map(({ label, areaName, before, after }) => ({ label, areaName, before, after })),
  );
  const broken = result.years.flatMap((year) => year.mandates.filter((demand) => demand.after === 'BROKEN'));
  const yearCell = { title: w.year, render: (row: { year: number }) => row.year };
  return (
    <section className="box" aria-label={w.years}>
      <h2>{w.years}</h2>
      <p className="secondary">{w.yearsNote(result.registerOn)}</p>
      {result.draft && (
        <p className="secondary">
          {w.draftState(result.draft.change)} <MomentText at={result.draft.changedAt} />
        </p>
      )}
      {scenario.stale && <p className="trial-stale">{w.stale}</p>}
      <Table
        label={w.years}
        rows={result.years}
        rowKey={(year) => String(year.year)}
        cells={[
          { title: w.year, render: (year) => `${year.year} (${w.monthsOf(String(year.months))})` },
          {
            title: w.entitled,
            right: true,
            render: (year) => `${formatCount(year.entitledBefore)} → ${formatCount(year.entitledAfter)}`,
          },
          ...costCells<YearOf>(w),
          {
            title: w.poverty,
            right: true,
            render: (year) => <UnderCell lines={year.yardsticks} />,
          },
          {
            title: w.mandates,
            right: true,
            render: (year) => `${formatCount(year.mandatesKept.before)} → ${formatCount(year.mandatesKept.after)}`,
          },
        ]}
      />
      <UnderNotes lines={result.years.flatMap((year) => year.yardsticks)} />
      <p>
        <strong>{w.total}</strong> <SumLine rows={result.years} />
      </p>
      <h3>{w.funds}</h3>
      <Table
        label={w.funds}
        rows={funds}
        rowKey={(row) => `${row.year} ${row.id}`}
        cells={[
          yearCell,
          { title: w.level, render: (row) => row.label || w.sharesOpen },
          ...costCells<(typeof funds)[number]>(w),
        ]}
      />
      <h3>{w.counties}</h3>
      <Table
        label={w.counties}
        rows={areas}
        rowKey={(row) => `${row.year} ${row.areaCode}`}
        cells={[yearCell, { title: w.county, render: (row) => row.areaName }, ...costCells<(typeof areas)[number]>(w)]}
      />
      <h3>{w.values}</h3>
      <Table
        label={w.values}
        rows={values}
        rowKey={(row) => `${row.year} ${row.areaName} ${row.label}`}
        cells={[
          yearCell,
          { title: w.county, render: (row) => row.areaName },
          { title: w.parameter, render: (row) => row.label },
          { title: w.before, right: true, render: (row) => row.before || w.unset },
          { title: w.after, right: true, render: (row) => row.after || w.unset },
        ]}
      />
      {broken.length > 0 && (
        <ul className="trial-stale">
          {broken.map((demand) => (
            <li key={`${demand.id} ${demand.areaCode} ${demand.year}`}>
              {demand.year} {demand.areaName} {demand.title} {w.BROKEN}: {demand.valueAfter} / {demand.floor}
            </li>
          ))}
        </ul>
      )}
      {result.assumed.length > 0 && (
        <>
          <h3>{w.assumed}</h3>
          <ul className="secondary">
            {result.assumed.map((one) => (
              <li key={one.areaCode + one.parameter}>{w.assumedNote(one.areaName, one.label, one.value)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SumLine({ rows }: { rows: readonly YearOf[] }) {
  const w = useWords(words);
  const sum = sumOf(rows);
  return (
    <>
      {costCells<typeof sum>(w).map(({ title, render }) => (
        <span key={title} className="trial-sum">
          {title} {render(sum)}
        </span>
      ))}
    </>
  );
}
