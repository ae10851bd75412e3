import { Button, Table } from 'antd';
import { useState } from 'react';
import { ClauseTree, type ClauseNode } from '../../ui/ClauseTree';
import { DateText } from '../../ui/DateText';
import { signs, useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { StateTag } from '../../ui/StateTag';
import { Loaded } from '../../ui/Waiting';
import type { Schema } from '../../api/client';
import { useBasis, type CaseView } from './queries';
import { words } from './words';

type Span = Schema['MonthAmount'];

/** What follows a span with the same amount belongs to it: a decision that left the amount alone is no news here. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last?.to && last.amountFen === span.amountFen && monthAfter(last.to) === span.from) {
      all[all.length - 1] = { ...span, from: last.from };
    } else {
      all.push(span);
    }
  }
  return all;
}

/** 2016-12 → 2017-01. */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, month.length);
}

function months({ from, to }: Span, w: ReturnType<typeof useWords<(typeof words)['zh']>>): string {
  return !to ? w.monthsOn(from) : from === to ? from : w.months(from, to);
}

/** Months with what is due in each. */
export function Amounts({ spans }: { spans: readonly Schema['MonthAmount'][] }) {
  const w = useWords(words);
  return (
    <ul className="case-amounts">
      {joined(spans).map((span) => (
        <li key={span.from}>
          <span className="figures">{months(span, w)}</span> {/* A single month is a sum, not a rate. */}
          <Money fen={span.amountFen} per={span.from === span.to ? '' : w.perMonth} />
        </li>
      ))}
    </ul>
  );
}

/** What was decided, each with its letter and what it rests on. */
export function Decisions({ view }: { view: CaseView }) {
  const w = useWords(words);
  if (view.decisions.length === 0) {
    return null;
  }
  return (
    <section className="box" aria-label={w.decisions}>
      <h2>{w.decisions}</h2>
      {view.due.length > 0 && (
        <>
          <h3>{w.amounts}</h3>
          <Amounts spans={view.due} />
        </>
      )}
      {view.decisions.map((decision) => (
        <Decision key={decision.id} caseId={view.line.id} decision={decision} />
      ))}
    </section>
  );
}

function Decision({ caseId, decision }: { caseId: string; decision: CaseView['decisions'][number] }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  const kinds: Readonly<Record<string, string>> = {
    GRANT: w.kindGRANT,
    REFUSE: w.kindREFUSE,
    ADJUST: w.kindADJUST,
    SUSPEND: w.kindSUSPEND,
    RESUME: w.kindRESUME,
    END: w.kindEND,
  };
  return (
    <div className="case-decision">
      <p>
        <strong>{kinds[decision.kind]}</strong> <DateText date={decision.on} /> {decision.by}{' '}
        {!decision.formerNumber && <span className="secondary figures">{w.decisionNumber(decision.number)}</span>}
      </p>
      {decision.reason && (
        <p>
          {w.because}
          {signs().colon}
          {decision.reason}
        </p>
      )}
      {decision.formerNumber ? (
        <p className="secondary">{w.formerNumber(decision.formerNumber)}</p>
      ) : (
        <p>
          <Button type="link" size="small" onClick={() => setOpen(!open)} aria-expanded={open}>
            {w.basis}
          </Button>
          <a href={`/api/cases/${caseId}/decisions/${decision.id}/letter.pdf`} target="_blank" rel="noreferrer">
            {w.letter}
          </a>
        </p>
      )}
      {open && <BasisOf caseId={caseId} decision={decision.id} />}
    </div>
  );
}

function BasisOf({ caseId, decision }: { caseId: string; decision: string }) {
  const w = useWords(words);
  const query = useBasis(caseId, decision, true);
  return (
    <Loaded query={query}>
      {(basis) => (
        <>
          <StateTag tone={basis.again ? 'settled' : 'refused'}>{basis.again ? w.same : w.different}</StateTag>
          <ClauseTree nodes={(basis.trace as { nodes?: readonly ClauseNode[] }).nodes ?? []} />
          <h3>{w.basisTitle}</h3>
          <Table
            size="small"
            pagination={false}
            scroll={{ y: 320 }}
            rowKey={(fact) => `${fact.about}.${fact.label}`}
            dataSource={basis.facts}
            columns={[
              {
                title: w.fact,
                render: (_, fact) => (
                  <>
                    {fact.label} <span className="secondary">{fact.about}</span>
                  </>
                ),
              },
              { title: w.value, dataIndex: 'value' },
              {
                title: w.source,
                render: (_, fact) => (
                  <span className="secondary">
                    {fact.source} {fact.since}
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}
