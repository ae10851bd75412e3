import { Button } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { citations } from '../../ui/clauses';
import { ClauseTree } from '../../ui/ClauseTree';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { Loaded } from '../../ui/Waiting';
import { useCan, useSession } from '../../api/session';
import { DayPicker } from './DayPicker';
import { Examples } from './Examples';
import { Parameters } from './Parameters';
import { Fold } from './Fold';
import './programmes.css';
import { useProgramme, type Programme } from './queries';
import { Steps } from './Steps';
import { words } from './words';

/** One programme in words, on a day. */
export function Component() {
  const w = useWords(words);
  const session = useSession();
  const navigate = useNavigate();
  const mayDraft = useCan('draft.edit');
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const on = search.get('on') ?? undefined;
  const programme = useProgramme(id, on);
  const day = on ?? session.today;
  return (
    <Page
      title={programme.data?.title ?? w.title}
      note={programme.data && <span className="secondary figures">{w.onNote(programme.data.on)}</span>}
      trail={[{ title: w.title, to: on ? `/programmes?on=${on}` : '/programmes' }]}
      extra={<DayPicker day={day} onChange={(picked) => setSearch(picked ? { on: picked } : {})} />}
      action={mayDraft && <Button onClick={() => void navigate(`/drafts?programme=${id}`)}>{w.change}</Button>}
    >
      <Loaded query={programme} lines={12}>
        {(shown) => (
          <div className="programme">
            <Head shown={shown} choose={(picked) => setSearch({ on: picked })} />
            <Fold title={w.rule} open>
              <p className="secondary">{w.ruleNote}</p>
              <ClauseTree key={`${shown.id}${shown.on}`} nodes={shown.rule} label={w.rule} />
            </Fold>
            <Parameters shown={shown} />
            <Steps shown={shown} />
            <Examples shown={shown} />
            <p className="secondary">{w.pack(shown.packTitle, shown.packVersion)}</p>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Head({ shown, choose }: { shown: Programme; choose: (day: string) => void }) {
  const w = useWords(words);
  const list = (titles: readonly string[]) => titles.join(signs().listed);
  return (
    <dl className="box programme-facts">
      <dt>{w.who}</dt>
      <dd>
        {w[shown.holder as 'HOUSEHOLD' | 'PERSON']}
        {shown.excludes.length > 0 && ` · ${w.excludes(list(shown.excludes))}`}
        {shown.stacksWith.length > 0 && ` · ${w.stacks(list(shown.stacksWith))}`}
      </dd>
      <dt>{w.amount}</dt>
      <dd>
        {shown.period} · {shown.payFrom} · {w.rounding(shown.rounding)}
      </dd>
      <dt>{w.funds}</dt>
      <dd>{list(shown.funds.map((fund) => `${fund.title} ${fund.share || w.shareUnset}`))}</dd>
      <dt>{w.versions}</dt>
      <dd className="figures">
        {shown.versions.map((version) => {
          const from = version.from ?? '';
          const days = `${from ? w.since(from) : w.always}${version.to ? `${signs().comma}${w.until(version.to)}` : ''}`;
          return (
            <div key={from}>
              {version.shown ? (
                <strong>
                  {days}
                  {signs().inside(w.shown)}
                </strong>
              ) : (
                <button type="button" className="plain-link" onClick={() => choose(from || (version.to ?? ''))}>
                  {days}
                </button>
              )}
            </div>
          );
        })}
      </dd>
      <dt>{w.basis}</dt>
      <dd>{citations(shown.cites)}</dd>
      <dd className="secondary">{w.lead(shown.lead)}</dd>
    </dl>
  );
}
