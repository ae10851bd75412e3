import { Link, useSearchParams } from 'react-router';
import { useCan, useSession } from '../../api/session';
import { citations } from '../../ui/clauses';
import { Empty } from '../../ui/Empty';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { StateTag } from '../../ui/StateTag';
import { Loaded } from '../../ui/Waiting';
import { DayPicker } from './DayPicker';
import './programmes.css';
import { useProgrammes, type Line } from './queries';
import { words } from './words';

/** The programmes in force on a day. */
export function Component() {
  const w = useWords(words);
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const on = search.get('on') ?? undefined;
  const programmes = useProgrammes(on);
  const mayEdit = useCan('draft.edit');
  const mayApprove = useCan('draft.approve');
  return (
    <Page
      title={w.title}
      note={(mayEdit || mayApprove) && <Link to="/drafts">{w.drafts}</Link>}
      extra={<DayPicker day={on ?? session.today} onChange={(day) => setSearch(day ? { on: day } : {})} />}
    >
      <Loaded query={programmes} lines={10}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty title={w.none}>{w.noneMend}</Empty>
          ) : (
            <ul className="programmes">
              {lines.map((line) => (
                <Programme key={line.id} line={line} on={on} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Programme({ line, on }: { line: Line; on: string | undefined }) {
  const w = useWords(words);
  const mayEnter = useCan('standard.enter');
  const from = line.from ?? undefined;
  return (
    <li className="box">
      <h2>
        <Link to={`/programmes/${line.id}${on ? `?on=${on}` : ''}`}>{line.title}</Link>
      </h2>
      <p>
        {w[line.holder as 'HOUSEHOLD' | 'PERSON']} · {w.conditions(line.conditions)} · {line.workflowTitle} ·{' '}
        {w.lead(line.lead)}
      </p>
      <p className="secondary figures">
        {from ? w.since(from) : w.always}
        {line.to && `${signs().comma}${w.until(line.to)}`}
      </p>
      <p className="secondary">
        {w.basis}
        {signs().colon}
        {citations(line.cites)}
      </p>
      {line.unset.length > 0 && (
        <p>
          <StateTag tone="attention">{w.unset(line.unset.join(signs().listed))}</StateTag>{' '}
          {mayEnter && <Link to="/standards">{w.enterThem}</Link>}
        </p>
      )}
    </li>
  );
}
