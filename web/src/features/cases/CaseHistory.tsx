import { Link } from 'react-router';
import { DateText } from '../../ui/DateText';
import { signs, useWords } from '../../ui/i18n';
import { StateTag } from '../../ui/StateTag';
import type { CaseView } from './queries';
import { words } from './words';

/** What was done, the latest first. */
export function CaseHistory({ view }: { view: CaseView }) {
  const w = useWords(words);
  if (view.history.length === 0) {
    return null;
  }
  return (
    <section className="box" aria-label={w.history}>
      <h2>{w.history}</h2>
      <ol className="case-history" reversed>
        {view.history.toReversed().map((step) => (
          <li key={step.seq}>
            <p>
              <DateText date={step.on} /> <strong>{step.stateTitle}</strong>
              {signs().colon}
              {step.actionTitle} <span className="secondary">{step.by}</span>
            </p>
            {step.remarks && <p>{step.remarks}</p>}
            <dl>
              {Object.entries(step.form).map(([title, text]) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What hangs or hung of the case in public, and what people object to. */
export function CaseNotices({ view }: { view: CaseView }) {
  const w = useWords(words);
  if (view.notices.length === 0) {
    return null;
  }
  const states: Readonly<Record<string, string>> = { OPEN: w.OPEN, TAKEN_UP: w.TAKEN_UP, ANSWERED: w.ANSWERED };
  return (
    <section className="box" aria-label={w.notices}>
      <h2>{w.notices}</h2>
      {view.notices.map((notice) => (
        <div key={notice.id} className="case-decision">
          <p>
            <strong>{notice.title}</strong> <DateText date={notice.from} />{' '}
            {notice.to ? (
              <>
                {w.until} <DateText date={notice.to} />
              </>
            ) : (
              w.longList
            )}{' '}
            {notice.closedOn ? (
              <span className="secondary">
                {w.closedNotice} {notice.closedHow}
              </span>
            ) : (
              <Link to={`/wall/notice/${notice.id}`}>{w.viewWall}</Link>
            )}
          </p>
          <p className="secondary">
            {notice.shows.map((shown) => `${shown.title}${signs().colon}${shown.text}`).join(signs().further)}
          </p>
        </div>
      ))}
      {view.objections.map((objection) => (
        <div key={objection.id} className="case-decision">
          <p>
            <StateTag tone={objection.state === 'ANSWERED' ? 'settled' : 'attention'}>
              {states[objection.state]}
            </StateTag>{' '}
            <Link to={`/notices?open=${objection.id}`}>
              {w.objections} {objection.number}
            </Link>
          </p>
          <p>{objection.words}</p>
        </div>
      ))}
    </section>
  );
}
