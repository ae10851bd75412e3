import { Button, Form, Input, Popover } from 'antd';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable';
import { DateText, MomentText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { FilterChoice } from '../../ui/Filters';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Page } from '../../ui/Page';
import { Refused } from '../../ui/Refused';
import { StateTag } from '../../ui/StateTag';
import { useTextRules } from '../../ui/textRules';
import { useList } from '../../ui/useList';
import { Loaded } from '../../ui/Waiting';
import { DueCell } from './CaseColumns';
import { loadProposals, proposalState, useBatches, useDrop, type Proposal, type ProposalState } from './queries';
import { words } from './words';
import './cases.css';

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

export function kindOf(w: Words, kind: string): string {
  const kinds: Readonly<Record<string, string>> = { ADJUST: w.pADJUST, END: w.pEND, UNDETERMINED: w.pUNDETERMINED };
  return kinds[kind] ?? kind;
}

export function proposalColumns(w: Words): readonly Column<Proposal>[] {
  return [
    {
      key: 'applicant',
      title: w.applicant,
      render: (proposal) => (
        <Link to={`/cases/${proposal.caseId}`} className="plain-link">
          <strong>{proposal.applicant}</strong>
          <div className="secondary">{proposal.programmeTitle}</div>
        </Link>
      ),
    },
    { key: 'place', title: w.place, render: (proposal) => proposal.areaPath, secondary: true },
    {
      key: 'kind',
      title: w.kind,
      render: (proposal) => (
        <StateTag tone={proposal.kind === 'ADJUST' ? 'active' : 'attention'}>{kindOf(w, proposal.kind)}</StateTag>
      ),
    },
    { key: 'from', title: w.from, render: (proposal) => <span className="figures">{proposal.fromMonth}</span> },
    { key: 'former', title: w.former, align: 'right', render: (proposal) => <Money fen={proposal.formerFen} bare /> },
    {
      key: 'proposed',
      title: w.proposed,
      align: 'right',
      render: (proposal) => <Money fen={proposal.proposedFen} bare />,
    },
    {
      key: 'arrears',
      title: w.arrears,
      align: 'right',
      render: (proposal) => <Money fen={proposal.arrearsFen} bare />,
    },
  ];
}

function proposalStates(w: Words): Readonly<Record<ProposalState, string>> {
  return {
    OPEN: w.proposalStateOPEN,
    TAKEN: w.proposalStateTAKEN,
    DROPPED: w.proposalStateDROPPED,
    WITHDRAWN: w.proposalStateWITHDRAWN,
    REPLACED: w.proposalStateREPLACED,
  };
}

const TONES = {
  OPEN: 'attention',
  TAKEN: 'settled',
  DROPPED: 'refused',
  WITHDRAWN: 'neutral',
  REPLACED: 'neutral',
} as const;

/** By when it is to be looked at, and since when it waits. */
function Waits({ proposal }: { proposal: Proposal }) {
  const w = useWords(words);
  return (
    <>
      <DueCell line={proposal} w={w} />
      <div className="secondary">
        {w.madeOn} <DateText date={proposal.madeOn} /> {proposal.waitedDays > 0 && w.waited(proposal.waitedDays)}
      </div>
    </>
  );
}

/** What became of it: who, when and why. */
function Closing({ proposal, closing }: { proposal: Proposal; closing: NonNullable<Proposal['closing']> }) {
  const w = useWords(words);
  return (
    <span className="proposal-cause">
      <StateTag tone={TONES[proposal.state]}>{proposalStates(w)[proposal.state]}</StateTag>
      <div className="secondary">
        {closing.by} {closing.at && <MomentText at={closing.at} />}
      </div>
      {closing.reason && <div>{w.closedBecause(closing.reason)}</div>}
    </span>
  );
}

/** What changed facts and standards would change; nothing changes by itself. */
export function Component() {
  const w = useWords(words);
  const batches = useBatches();
  const states = proposalStates(w);
  const isClosed = proposalState(useList().filters['state']) !== 'OPEN';
  const columns: readonly Column<Proposal>[] = [
    ...proposalColumns(w),
    {
      key: 'due',
      title: isClosed ? w.proposalState : w.due,
      render: (proposal) =>
        proposal.closing ? <Closing proposal={proposal} closing={proposal.closing} /> : <Waits proposal={proposal} />,
    },
    {
      key: 'cause',
      title: w.cause,
      render: (proposal) => <span className="proposal-cause">{proposal.causeText}</span>,
    },
  ];
  const batchStates: Readonly<Record<string, string>> = {
    PREPARING: w.PREPARING,
    OPEN: w.batchOPEN,
    CONFIRMED: w.CONFIRMED,
    DROPPED: w.DROPPED,
    SETTLED: w.SETTLED,
  };
  return (
    <Page title={w.proposals} trail={[{ title: w.queue, to: '/queue' }]}>
      <Loaded query={batches} lines={2}>
        {(all) =>
          all.length > 0 && (
            <section className="box proposal-batches" aria-label={w.batches}>
              <h2>{w.batches}</h2>
              <ul className="case-papers">
                {all.map((batch) => (
                  <li key={batch.id}>
                    <Link to={`/proposals/batch/${batch.id}`}>{batch.causeText}</Link>
                    <StateTag tone={batch.state === 'OPEN' ? 'attention' : 'neutral'}>
                      {batchStates[batch.state]}
                    </StateTag>
                    <span className="secondary">
                      {w.affected} {w.people(formatCount(batch.affected))}
                    </span>
                    <DateText date={batch.from} />
                  </li>
                ))}
              </ul>
            </section>
          )
        }
      </Loaded>
      <DataTable
        queryKey={['cases', 'proposals']}
        load={loadProposals}
        columns={columns}
        rowKey={(proposal) => proposal.id}
        label={w.proposals}
        filters={(list) => (
          <FilterChoice
            list={list}
            name="state"
            label={w.proposalStateAsk}
            options={(['TAKEN', 'DROPPED', 'WITHDRAWN'] as const).map((value) => ({ value, label: states[value] }))}
          />
        )}
        empty={<Empty title={w.noProposals}>{w.noProposalsNote}</Empty>}
      />
    </Page>
  );
}

const REMARK_MAX = 500;

/** The open proposal of a case, on its page. */
export function ProposalBox({ proposal }: { proposal: Proposal }) {
  const w = useWords(words);
  const text = useTextRules();
  const drop = useDrop();
  return (
    <section className="box" aria-label={w.proposals}>
      <h2>
        {w.proposals} <StateTag tone="attention">{kindOf(w, proposal.kind)}</StateTag>
      </h2>
      <p>{proposal.causeText}</p>
      <p>
        {w.madeOn} <DateText date={proposal.madeOn} /> · {w.due} <DueCell line={proposal} w={w} />
      </p>
      <p>
        {w.from} <span className="figures">{proposal.fromMonth}</span> · {w.former} <Money fen={proposal.formerFen} /> ·{' '}
        {w.proposed} <Money fen={proposal.proposedFen} /> · {w.arrears} <Money fen={proposal.arrearsFen} />
      </p>
      {proposal.mayLeave && (
        <Popover
          trigger="click"
          placement="bottomLeft"
          content={
            <Form<{ remark: string }>
              layout="vertical"
              requiredMark={false}
              className="case-drop"
              onFinish={({ remark }) => drop.mutate({ id: proposal.id, remark })}
            >
              <Refused problem={drop.error} />
              <Form.Item name="remark" label={w.dropReason} rules={text(REMARK_MAX, true)}>
                <Input />
              </Form.Item>
              <Button htmlType="submit" loading={drop.isPending}>
                {w.drop}
              </Button>
            </Form>
          }
        >
          <Button>{w.drop}</Button>
        </Popover>
      )}
    </section>
  );
}
