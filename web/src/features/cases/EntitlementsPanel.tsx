import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client';
import { useCan } from '../../api/session';
import { ClauseTree } from '../../ui/ClauseTree';
import { DateText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { signs, useWords } from '../../ui/i18n';
import { Loaded } from '../../ui/Waiting';
import { GivenBefore } from './GivenBefore';
import { Outcome } from './Opinion';
import { useEntitlements } from './queries';
import { words } from './words';
import './cases.css';

type Line = Schema['EntitlementLine'];

interface Props {
  householdId: string;
  /** The day that the household's page shows. */
  on: string;
}

/** What a family is entitled to on a day, programme by programme, and what it has applied for. */
export default function EntitlementsPanel({ householdId, on }: Props) {
  const w = useWords(words);
  const query = useEntitlements(householdId, on);
  return (
    <section className="box" aria-label={w.entitlements}>
      <h2>
        {w.entitlements}
        <span className="secondary">
          <DateText date={on} />
        </span>
      </h2>
      <Loaded query={query} lines={6}>
        {(panel) =>
          panel.lines.length === 0 ? (
            <Empty title={w.noProgrammes}>{w.noProgrammesNote}</Empty>
          ) : (
            <>
              <Lines lines={panel.lines} household={householdId} />
              {panel.cases.length > 0 && <h3>{w.myCases}</h3>}
              <ul className="case-amounts">
                {panel.cases.map((line) => (
                  <li key={line.id}>
                    <Link to={`/cases/${line.id}`}>
                      {line.number} {line.programmeTitle}
                    </Link>{' '}
                    <span className="secondary">{line.stateTitle}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

const keyOf = (line: Line) => `${line.programme} ${line.person ?? ''}`;

/**
 * Whether help for what may have happened waits for somebody to say that it did: it is given once, and most of what decides
 * is unknown. Nobody is asked about every fire and flood.
 */
export function waits(line: Pick<Line, 'once' | 'outcome' | 'openCase' | 'explanation'>): boolean {
  const clauses = line.explanation.nodes.filter((node) => node.kind !== 'AMOUNT');
  const unknown = clauses.filter((node) => node.evaluation?.answer === 'UNKNOWN');
  return line.once && line.outcome === 'UNDETERMINED' && line.openCase == null && unknown.length * 2 >= clauses.length;
}

/** What somebody has to see to, each on its own; the rest, which asks nothing of anybody for now, folded. */
function Lines({ lines, household }: { lines: readonly Line[]; household: string }) {
  const w = useWords(words);
  const isOpen = (line: Line) => line.outcome !== 'NOT_ELIGIBLE' || line.openCase != null;
  const open = lines.filter((line) => isOpen(line) && !waits(line));
  const others = lines.filter((line) => !isOpen(line));
  const waiting = lines.filter(waits);
  return (
    <>
      {open.length === 0 && <p className="secondary">{w.noneEligible}</p>}
      {open.map((line) => (
        <EntitlementLine key={keyOf(line)} line={line} household={household} />
      ))}
      <Folded summary={w.notEligible(others.length)} lines={others} household={household} />
      <Folded summary={w.ifHappened(waiting.length)} lines={waiting} household={household} />
    </>
  );
}

function Folded({ summary, lines, household }: { summary: string; lines: readonly Line[]; household: string }) {
  return (
    lines.length > 0 && (
      <details className="entitlement-others">
        <summary>{summary}</summary>
        {lines.map((line) => (
          <EntitlementLine key={keyOf(line)} line={line} household={household} />
        ))}
      </details>
    )
  );
}

/** The others are found where the line is opened. */
const ASKED_SHOWN = 4;

interface LineProps {
  line: Line;
  household: string;
}

/** The more is to be hoped for, the more the button stands out. */
const APPLY_BUTTON: Readonly<Record<string, 'primary' | 'default' | 'link'>> = {
  ELIGIBLE: 'primary',
  UNDETERMINED: 'default',
  NOT_ELIGIBLE: 'link',
};

function EntitlementLine({ line, household }: LineProps) {
  const w = useWords(words);
  const can = useCan('case.apply');
  const [open, setOpen] = useState(false);
  const { refusals, questions } = line.explanation;
  const asked = [...new Set(questions.map((question) => question.label))];
  const shortly = asked.slice(0, ASKED_SHOWN).join(signs().listed);
  const why =
    refusals.length > 0
      ? refusals.join(signs().further)
      : asked.length > ASKED_SHOWN
        ? w.andOthers(shortly, asked.length)
        : shortly;
  const to = `/apply/${household}/${line.programme}${line.person ? `?person=${line.person}` : ''}`;
  return (
    <div className="entitlement">
      <div className="entitlement-line">
        <span>
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '▾' : '▸'} {line.title}
          </Button>
          {line.person && <strong>{line.name}</strong>}
        </span>
        <Outcome outcome={line.outcome} amountFen={line.amountFen} period={line.explanation.period} />
        {line.openCase ? (
          <Link to={`/cases/${line.openCase.id}`}>
            {w.openCase} {line.openCase.stateTitle}
          </Link>
        ) : (
          can && (
            <Link to={to}>
              <Button size="small" type={line.given ? 'link' : (APPLY_BUTTON[line.outcome] ?? 'default')}>
                {w.apply}
              </Button>
            </Link>
          )
        )}
      </div>
      {!open && why && (
        <p className="secondary">
          {refusals.length > 0 ? w.reasons : w.ask}
          {signs().colon}
          {why}
        </p>
      )}
      <GivenBefore before={line.before} given={line.given} />
      {open && <ClauseTree nodes={line.explanation.nodes} label={line.title} />}
    </div>
  );
}
