import { Button, Segmented, Tooltip } from 'antd';
import { Link } from 'react-router';
import { isUnderWay, useJobs } from '../../api/jobs';
import { DataTable, type Column } from '../../ui/DataTable';
import { DateText, MomentText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { FilterChoice } from '../../ui/Filters';
import { dateInSentence, formatCount } from '../../ui/format';
import { signs, useLanguage, useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateTag } from '../../ui/StateTag';
import { useList, type List } from '../../ui/useList';
import { Loaded } from '../../ui/Waiting';
import { AreaCounts } from './AreaCounts';
import { Facts } from './Facts';
import { LeadPanel } from './LeadPanel';
import { listOf } from './narrow';
import { KINDS, loadLeads, STANDINGS, standingOf, useRadar, useRun, type Kind, type Lead, type Radar } from './queries';
import './radar.css';
import { words } from './words';

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

/** Whom nobody has looked up yet: counted from the province to the village, and listed. */
export function Component() {
  const w = useWords(words);
  const list = useList();
  const radar = useRadar(list.filters);
  const run = useRun();
  const newest = useJobs().data?.find((job) => job.kind === 'radar.run');
  const isRunning = newest !== undefined && isUnderWay(newest);
  return (
    <Page
      title={w.title}
      extra={<Link to="/radar/rules">{w.rulesTitle}</Link>}
      action={
        radar.data?.canRun && (
          <Tooltip title={w.runNote}>
            <Button type="primary" loading={run.isPending} disabled={isRunning} onClick={() => run.mutate()}>
              {w.run}
            </Button>
          </Tooltip>
        )
      }
    >
      {run.isError && <ProblemAlert problem={run.error} />}
      {isRunning && (
        <p role="status">
          {w.running}
          {newest.cancelledBy && ` ${w.stopping(newest.cancelledBy)}`}
        </p>
      )}
      {newest?.state === 'CANCELLED' && (
        <p role="status">
          {w.stopped(newest.cancelledBy)} <MomentText at={newest.finishedAt ?? newest.createdAt} />
        </p>
      )}
      <Loaded query={radar} lines={8}>
        {(shown) => (
          <>
            <LastRun shown={shown} w={w} />
            <Way shown={shown} list={list} />
            <Tiles shown={shown} list={list} w={w} />
            <AreaCounts shown={shown} list={list} />
            <Facts shown={shown} list={list} />
            <Leads shown={shown} w={w} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function LastRun({ shown, w }: { shown: Radar; w: Words }) {
  const language = useLanguage();
  return (
    <p className="secondary">
      {shown.run
        ? [
            w.last(
              dateInSentence(shown.run.on, language),
              formatCount(shown.run.households),
              formatCount(shown.run.persons),
            ),
            w.lastFound(formatCount(shown.run.opened), formatCount(shown.run.gone)),
          ].join(signs().further)
        : w.never}
    </p>
  );
}

/** From the caller's own area down to the one that is shown. */
function Way({ shown, list }: { shown: Radar; list: List }) {
  const w = useWords(words);
  return (
    <nav className="radar-way" aria-label={w.areas}>
      {shown.path.map((area, index) =>
        index === shown.path.length - 1 ? (
          <strong key={area.code} aria-current="page">
            {area.name}
          </strong>
        ) : (
          <span key={area.code}>
            <Button type="link" size="small" onClick={() => list.filter('area', index === 0 ? undefined : area.code)}>
              {area.name}
            </Button>
            {' › '}
          </span>
        ),
      )}
    </nav>
  );
}

/** One tile a kind, which narrows the list to it. */
function Tiles({ shown, list, w }: { shown: Radar; list: List; w: Words }) {
  return (
    <ul className="radar-tiles">
      {shown.kinds.map(({ kind, open, people, underWay }) => {
        const chosen = list.filters['kind'] === kind;
        return (
          <li key={kind}>
            <Link
              to={listOf(list, chosen ? {} : { kind })}
              replace
              aria-current={chosen}
              className={chosen ? 'radar-tile radar-tile-chosen' : 'radar-tile'}
            >
              <span className="radar-tile-name">{w[kind]}</span>
              <span className="radar-tile-count figures">{formatCount(open)}</span>
              <span className="secondary">
                {w.people(formatCount(people))}
                {underWay > 0 && ` · ${w.underWay(formatCount(underWay))}`}
              </span>
              <span className="secondary radar-tile-note">{w[`${kind}_note`]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

export const KIND_TONES = {
  NOT_RECEIVING: 'attention',
  NO_LONGER_ELIGIBLE: 'refused',
  TWICE: 'refused',
  ONE_VISIT: 'active',
} as const satisfies Readonly<Record<Kind, string>>;

function columnsOf(w: Words, closed: boolean): readonly Column<Lead>[] {
  return [
    {
      key: 'who',
      title: w.who,
      render: (lead) => (
        <>
          <strong>{lead.name}</strong> <span className="secondary figures">{lead.householdNumber}</span>
        </>
      ),
    },
    {
      key: 'kind',
      title: w.kind,
      render: (lead) => <StateTag tone={KIND_TONES[lead.kind]}>{w[lead.kind]}</StateTag>,
    },
    {
      key: 'programme',
      title: w.programme,
      render: (lead) => (
        <span className="radar-cause">{lead.programmes.map(({ title }) => title).join(signs().listed)}</span>
      ),
    },
    {
      key: 'cause',
      title: w.cause,
      render: (lead) => <span className="radar-cause">{lead.cause.map(({ text }) => text).join(signs().further)}</span>,
    },
    {
      key: 'amount',
      title: w.amount,
      align: 'right',
      render: (lead) => (lead.amountFen > 0 ? <Money fen={lead.amountFen} bare /> : ''),
    },
    { key: 'people', title: w.count, align: 'right', render: (lead) => formatCount(lead.people), secondary: true },
    { key: 'place', title: w.place, render: (lead) => lead.areaPath, secondary: true },
    closed
      ? {
          key: 'closed',
          title: w.closed,
          render: (lead) =>
            lead.closing && (
              <>
                {w[lead.closing.reason ?? lead.closing.how]} <DateText date={lead.closing.on} />
              </>
            ),
        }
      : { key: 'found', title: w.found, render: (lead) => <DateText date={lead.foundOn} />, secondary: true },
  ];
}

function Leads({ shown, w }: { shown: Radar; w: Words }) {
  const standing = standingOf(useList().filters);
  return (
    <section aria-label={w.leads}>
      <h2>
        {w.leads} <span className="secondary">{shown.areaName}</span>
      </h2>
      <DataTable
        queryKey={['radar', 'leads']}
        load={loadLeads}
        columns={columnsOf(w, standing === 'CLOSED')}
        rowKey={(lead) => lead.id}
        label={w.leads}
        exportPath="/api/radar/leads/export"
        filters={(list) => (
          <>
            <Segmented
              aria-label={w.state}
              value={standing}
              options={STANDINGS.map((value) => ({ value, label: w[value] }))}
              onChange={(value) => list.filter('standing', value === 'OPEN' ? undefined : value)}
            />
            <FilterChoice
              list={list}
              name="kind"
              label={w.allKinds}
              options={KINDS.map((value) => ({ value, label: w[value] }))}
            />
            <FilterChoice
              list={list}
              name="programme"
              label={w.allProgrammes}
              options={shown.programmes.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </>
        )}
        empty={<Empty title={w.nothing}>{shown.run ? w.nothingNote : w.never}</Empty>}
        panel={{
          title: (_, lead) => (lead ? `${lead.name} · ${w[lead.kind]}` : w.leads),
          content: (id) => <LeadPanel key={id} id={id} />,
        }}
      />
    </section>
  );
}
