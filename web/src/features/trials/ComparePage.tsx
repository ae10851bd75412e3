import { Link, useSearchParams } from 'react-router';
import { Empty } from '../../ui/Empty';
import { ExportButton } from '../../ui/ExportButton';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Page } from '../../ui/Page';
import { Loaded } from '../../ui/Waiting';
import { More } from './AnswerView';
import { DraftStates } from './DraftStates';
import { sumOf } from './figures';
import { useScenarios, type Scenario } from './queries';
import { Table, type Cell } from './Table';
import './trials.css';
import { UnderCell, UnderNotes } from './Under';
import { words } from './words';

/** Two or three scenarios side by side: what each costs by year and level of government. */
export function Component() {
  const w = useWords(words);
  const [search] = useSearchParams();
  const ids = search.getAll('id');
  const scenarios = useScenarios();
  return (
    <Page
      title={w.compareTitle}
      trail={[
        { title: w.standards, to: '/standards' },
        { title: w.title, to: '/trials' },
      ]}
      extra={<ExportButton path="/api/trials/export" filters={{ id: ids.join(',') }} />}
    >
      <Loaded query={scenarios}>
        {(all) => <Compared scenarios={ids.flatMap((id) => all.filter((one) => one.id === id && one.result))} />}
      </Loaded>
    </Page>
  );
}

function Compared({ scenarios }: { scenarios: readonly Scenario[] }) {
  const w = useWords(words);
  const yearsOf = (scenario: Scenario) => scenario.result?.years ?? [];
  const years = [...new Set(scenarios.flatMap((one) => yearsOf(one).map(({ year }) => year)))].sort((a, b) => a - b);
  const funds = new Map(
    scenarios.flatMap((one) =>
      yearsOf(one).flatMap((year) => year.funds.map((fund) => [fund.id, fund.label] as const)),
    ),
  );
  const found = (scenario: Scenario, year: number) => yearsOf(scenario).find((one) => one.year === year);
  const columns = <Row,>(
    render: (scenario: Scenario, row: Row) => Cell<Row>['render'] extends (r: Row) => infer N ? N : never,
  ) =>
    scenarios.map((scenario): Cell<Row> => ({
      title: scenario.name,
      right: true,
      render: (row) => render(scenario, row),
    }));
  const cost = (one: { beforeFen: number; afterFen: number }) => (
    <>
      <Money fen={one.afterFen} bare /> (<More fen={one.afterFen - one.beforeFen} />)
    </>
  );
  if (scenarios.length === 0) {
    return (
      <Empty title={w.compareNone} action={<Link to="/trials">{w.compareBack}</Link>}>
        {w.compareNoneHint}
      </Empty>
    );
  }
  return (
    <div className="trial-answer">
      <DraftStates scenarios={scenarios} />
      <h3>{w.yearTotal}</h3>
      <Table<number>
        label={w.yearTotal}
        rows={years}
        rowKey={String}
        cells={[
          { title: w.year, render: (year) => year },
          ...columns<number>((scenario, year) => {
            const one = found(scenario, year);
            return one ? cost(one) : w.fallback;
          }),
        ]}
      />
      <h3>{w.funds}</h3>
      <Table<readonly [string, string]>
        label={w.funds}
        rows={[...funds]}
        rowKey={([id]) => id}
        cells={[
          { title: w.level, render: ([, label]) => label || w.sharesOpen },
          ...columns<readonly [string, string]>((scenario, [id]) =>
            cost(sumOf(yearsOf(scenario).flatMap((year) => year.funds.filter((fund) => fund.id === id)))),
          ),
        ]}
      />
      <h3>{w.poverty}</h3>
      <Table<number>
        label={w.poverty}
        rows={years}
        rowKey={String}
        cells={[
          { title: w.year, render: (year) => year },
          ...columns<number>((scenario, year) => <UnderCell lines={found(scenario, year)?.yardsticks ?? []} />),
        ]}
      />
      <UnderNotes lines={scenarios.flatMap((one) => yearsOf(one).flatMap((year) => year.yardsticks))} />
      <h3>{w.mandates}</h3>
      <Table<number>
        label={w.mandates}
        rows={years}
        rowKey={String}
        cells={[
          { title: w.year, render: (year) => year },
          ...columns<number>((scenario, year) => {
            const one = found(scenario, year);
            return one
              ? `${formatCount(one.mandatesKept.before)} → ${formatCount(one.mandatesKept.after)}`
              : w.fallback;
          }),
        ]}
      />
    </div>
  );
}
