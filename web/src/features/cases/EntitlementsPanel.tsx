import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client';
import { useCan } from '../../api/session';
import { ClauseTree } from '../../ui/ClauseTree';
import { Empty } from '../../ui/Empty';
import { useWords } from '../../ui/i18n';
import { Loaded } from '../../ui/Waiting';
import { Outcome } from './Opinion';
import { useEntitlements } from './queries';
import { words } from './words';
import './cases.css';

type Line = Schema['EntitlementLine'];

/** What a family is entitled to on a day, programme by programme, and what it has applied for. */
export function EntitlementsPanel({ household }: { household: string }) {
  const w = useWords(words);
  const [on, setOn] = useState<string>();
  const query = useEntitlements(household, on);
  return (
    <section aria-label={w.entitlements}>
      <p>
        {w.entitlementsOn}{' '}
        <DatePicker
          value={on ? dayjs(on) : null}
          placeholder={w.today}
          onChange={(day) => setOn(day ? day.format('YYYY-MM-DD') : undefined)}
        />
      </p>
      <Loaded query={query} lines={6}>
        {(panel) =>
          panel.lines.length === 0 ? (
            <Empty title={w.noProgrammes}>{w.noProgrammesNote}</Empty>
          ) : (
            <>
              {panel.lines.map((line) => (
                <EntitlementLine
                  key={`${line.programme} ${line.person ?? ''}`}
                  line={line}
                  household={household}
                  mayApply={on === undefined}
                />
              ))}
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

interface LineProps {
  line: Line;
  household: string;
  mayApply: boolean;
}

function EntitlementLine({ line, household, mayApply }: LineProps) {
  const w = useWords(words);
  const can = useCan('case.apply');
  const [open, setOpen] = useState(false);
  const { refusals, questions } = line.explanation;
  const why = refusals.length > 0 ? refusals.join('；') : questions.map((question) => question.label).join('、');
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
        <Outcome outcome={line.outcome} amountFen={line.amountFen} />
        {line.openCase ? (
          <Link to={`/cases/${line.openCase.id}`}>
            {w.openCase} {line.openCase.stateTitle}
          </Link>
        ) : (
          can &&
          mayApply && (
            <Link to={to}>
              <Button size="small" type={line.outcome === 'ELIGIBLE' ? 'primary' : 'default'}>
                {w.apply}
              </Button>
            </Link>
          )
        )}
      </div>
      {!open && why && (
        <p className="secondary">
          {refusals.length > 0 ? w.reasons : w.ask}：{why}
        </p>
      )}
      {open && <ClauseTree nodes={line.explanation.nodes} label={line.title} />}
    </div>
  );
}
