import { useMemo } from 'react';
import { Chart } from '../../ui/Chart';
import { formatCount } from '../../ui/format';
import { signs, useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { tokens } from '../../ui/theme';
import { bucketNames, distributionOf, distributionOption, sumOf } from './figures';
import type { Answer } from './queries';
import { Table, type Cell } from './Table';
import { UnderNotes } from './Under';
import { words } from './words';

type W = ReturnType<typeof useWords<(typeof words)['zh']>>;
type Programme = Answer['programmes'][number];

/** An amount more or less, with its sign. */
export function More({ fen }: { fen: number }) {
  return (
    <span className={fen < 0 ? 'trial-less' : fen > 0 ? 'trial-more' : undefined}>
      {fen > 0 && '+'}
      <Money fen={fen} bare />
    </span>
  );
}

/** Columns of an amount before and after. */
export function costCells<Row extends { beforeFen: number; afterFen: number }>(w: W): Cell<Row>[] {
  return [
    { title: w.before, right: true, render: (row) => <Money fen={row.beforeFen} bare /> },
    { title: w.after, right: true, render: (row) => <Money fen={row.afterFen} bare /> },
    { title: w.more, right: true, render: (row) => <More fen={row.afterFen - row.beforeFen} /> },
  ];
}

/** What the changes do in a month. */
export function AnswerView({ answer }: { answer: Answer }) {
  const w = useWords(words);
  const sum = sumOf(answer.areas);
  return (
    <div className="trial-answer">
      <p className="trial-headline" role="status">
        <strong>
          {w.cost}
          {signs().colon}
          <Money fen={sum.beforeFen} /> → <Money fen={sum.afterFen} />
        </strong>{' '}
        <More fen={sum.afterFen - sum.beforeFen} />
        <br />
        <span className="secondary">
          {w.answerFor(answer.month.slice(0, 7), formatCount(answer.households))}
          {signs().comma}
          {w.took(formatCount(answer.millis))}
        </span>
      </p>
      <Programmes answer={answer} w={w} />
      <div className="trial-pair">
        <section>
          <h3>{w.funds}</h3>
          <Table
            label={w.funds}
            rows={[...answer.funds, { id: 'sum', label: w.total, ...sum }]}
            rowKey={(fund) => fund.id}
            cells={[
              { title: w.level, render: (fund) => fund.label || w.sharesOpen },
              ...costCells<(typeof answer.funds)[number]>(w),
            ]}
          />
        </section>
        <section>
          <h3>{w.poverty}</h3>
          {answer.yardsticks.map((line) => (
            <div key={line.id} title={line.says}>
              {line.unset ? (
                <p className="trial-big">
                  {w.under(line.title)} {w.underOpen}
                </p>
              ) : (
                <p className="trial-big">
                  {w.under(line.title)} <span className="figures">{formatCount(line.personsBefore)}</span> →{' '}
                  <span className="figures">{formatCount(line.personsAfter)}</span> {w.persons}
                  <span className="secondary">
                    {' '}
                    ({formatCount(line.householdsBefore)} → {formatCount(line.householdsAfter)} {w.householdsUnit})
                  </span>
                </p>
              )}
              <UnderNotes lines={[line]} />
              <p className="secondary">
                {line.says}
                {!line.unset &&
                  line.householdsUnknown > 0 &&
                  `${signs().further}${w.underUnknown(formatCount(line.householdsUnknown))}`}
              </p>
            </div>
          ))}
        </section>
      </div>
      <Distribution answer={answer} w={w} />
      <Counties answer={answer} w={w} />
      <Demands answer={answer} w={w} />
    </div>
  );
}

function Programmes({ answer, w }: { answer: Answer; w: W }) {
  const count = (kind: 'entering' | 'leaving' | 'gaining' | 'losing', title: string): Cell<Programme> => ({
    title,
    right: true,
    render: (row) => formatCount(row.moves[kind].count),
  });
  return (
    <section>
      <h3>{w.programmes}</h3>
      <Table<Programme>
        label={w.programmes}
        rows={answer.programmes}
        rowKey={(row) => row.id}
        cells={[
          { title: w.programme, render: (row) => row.title },
          {
            title: w.entitled,
            right: true,
            render: (row) => `${formatCount(row.before)} → ${formatCount(row.after)}`,
          },
          count('entering', w.ENTERS),
          count('leaving', w.LEAVES),
          count('gaining', w.GAINS),
          count('losing', w.LOSES),
          { title: w.openAfter, right: true, render: (row) => formatCount(row.openAfter) },
          ...costCells<Programme>(w),
        ]}
      />
    </section>
  );
}

function Distribution({ answer, w }: { answer: Answer; w: W }) {
  const option = useMemo(() => distributionOption(answer, w, { less: tokens.red, more: tokens.primary }), [answer, w]);
  const counts = distributionOf(answer);
  const names = bucketNames(answer.edgesFen, w);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return (
    <Chart
      title={w.distribution(formatCount(all))}
      unit={w.distributionUnit}
      source={w.distributionSource}
      option={option}
      table={
        <Table
          label={w.distribution(formatCount(all))}
          rows={names.map((name, place) => ({ name, count: counts[place] ?? 0 }))}
          rowKey={(row) => row.name}
          cells={[
            { title: w.more, render: (row) => row.name },
            { title: w.distributionUnit, right: true, render: (row) => formatCount(row.count) },
          ]}
        />
      }
    />
  );
}

function Counties({ answer, w }: { answer: Answer; w: W }) {
  const value = (code: string) => answer.values.filter((one) => one.areaCode === code && one.before !== one.after);
  return (
    <section>
      <h3>{w.counties}</h3>
      <Table
        label={w.counties}
        rows={answer.areas}
        rowKey={(row) => row.areaCode}
        cells={[
          { title: w.county, render: (row) => row.areaName },
          {
            title: w.values,
            render: (row) =>
              value(row.areaCode).map((one) => (
                <div key={one.parameter}>
                  {one.label} {one.before || w.unset} → {one.after || w.unset}
                </div>
              )),
          },
          { title: w.ENTERS, right: true, render: (row) => formatCount(row.moves.entering.count) },
          { title: w.LEAVES, right: true, render: (row) => formatCount(row.moves.leaving.count) },
          { title: w.GAINS, right: true, render: (row) => formatCount(row.moves.gaining.count) },
          { title: w.LOSES, right: true, render: (row) => formatCount(row.moves.losing.count) },
          ...costCells<(typeof answer.areas)[number]>(w),
        ]}
      />
      {answer.assumed.length > 0 && (
        <>
          <h4>{w.assumed}</h4>
          <ul className="secondary">
            {answer.assumed.map((one) => (
              <li key={one.areaCode + one.parameter}>{w.assumedNote(one.areaName, one.label, one.value)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Demands({ answer, w }: { answer: Answer; w: W }) {
  const { before, after } = answer.mandatesKept;
  return (
    <section>
      <h3>{w.mandates}</h3>
      <p>
        {before + after + answer.mandates.length === 0
          ? w.mandatesNone
          : w.mandatesKept(formatCount(before), formatCount(after))}
      </p>
      {answer.mandates.length > 0 && (
        <Table
          label={w.mandates}
          rows={answer.mandates}
          rowKey={(row) => `${row.id} ${row.areaCode} ${row.year}`}
          cells={[
            { title: w.county, render: (row) => row.areaName },
            { title: w.demand, render: (row) => row.title },
            { title: w.floor, right: true, render: (row) => row.floor },
            { title: w.before, render: (row) => `${w[row.before]} ${row.valueBefore}` },
            { title: w.after, render: (row) => `${w[row.after]} ${row.valueAfter}` },
          ]}
        />
      )}
    </section>
  );
}
