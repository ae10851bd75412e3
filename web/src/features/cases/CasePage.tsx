import { Alert, Descriptions } from 'antd';
import { Link, useParams } from 'react-router';
import { useCan } from '../../api/session';
import { citations } from '../../ui/clauses';
import { DateText } from '../../ui/DateText';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { StateTag } from '../../ui/StateTag';
import { Loaded } from '../../ui/Waiting';
import { CaseHistory, CaseNotices } from './CaseHistory';
import { DueCell } from './CaseColumns';
import { Decisions } from './Decisions';
import { GivenBefore } from './GivenBefore';
import { Opinion } from './Opinion';
import { Papers } from './Papers';
import { ProposalBox } from './ProposalsPage';
import { useCase, type CaseView } from './queries';
import { StepForm } from './StepForm';
import { words } from './words';
import './cases.css';

/** A case: where it stands, what is to be done, on what it rests. */
export function Component() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const query = useCase(id);
  const paid = useCan('payment.read');
  return (
    <Loaded query={query} lines={8}>
      {(view) => (
        <Page
          title={`${view.line.applicant} · ${view.line.programmeTitle}`}
          note={<StateTag tone={view.line.closedOn ? 'neutral' : 'active'}>{view.line.stateTitle}</StateTag>}
          trail={[{ title: w.cases, to: '/cases' }]}
          extra={
            <>
              <Link to={`/households/${view.line.household}`}>{w.household}</Link>
              {view.due.length > 0 && paid && (
                <Link to={`/households/${view.line.household}/payments`}>{w.payments}</Link>
              )}
              <a href={`/api/cases/${id}/application.pdf`} target="_blank" rel="noreferrer">
                {w.application}
              </a>
            </>
          }
        >
          <Stages view={view} />
          <div className="case-columns">
            <div className="case-main">
              {view.proposal && <ProposalBox proposal={view.proposal} />}
              {view.undrawn.length > 0 && (
                <Alert type="warning" showIcon title={w.undrawn(view.undrawn.join(signs().listed))} />
              )}
              <GivenBefore before={view.before} />
              <Step view={view} />
              {view.opinion && <Opinion opinion={view.opinion} />}
            </div>
            <div className="case-side">
              <Facts view={view} />
              <Decisions view={view} />
              <CaseNotices view={view} />
              <CaseHistory view={view} />
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

/** The states that were left and the present one; what lies ahead is for the workflow's page. */
function Stages({ view }: { view: CaseView }) {
  const shown = view.stages.filter((stage) => stage.standing !== 'AHEAD');
  return (
    <ol className="case-stages">
      {shown.map((stage) => (
        <li key={stage.id} {...(stage.standing === 'CURRENT' && { 'aria-current': 'step' as const })}>
          {stage.title}
        </li>
      ))}
    </ol>
  );
}

function Step({ view }: { view: CaseView }) {
  const w = useWords(words);
  const resting = view.line.actor === '';
  return (
    <section className="box" aria-label={w.form}>
      <h2>
        {view.line.stateTitle} <span className="secondary">{view.line.actor}</span>
      </h2>
      {view.line.closedOn ? (
        <p className="secondary">{w.rest}</p>
      ) : (
        <>
          {!resting && (
            <p>
              {w.due}
              {signs().colon}
              <DueCell line={view.line} w={w} /> <span className="secondary">{view.clock}</span>
            </p>
          )}
          {view.rules.length > 0 && (
            <>
              <h3>{w.rules}</h3>
              <ul className="case-rules">
                {view.rules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </>
          )}
          <Papers view={view} />
          {view.mine ? <StepForm key={view.version} view={view} /> : <p className="secondary">{w.notMine}</p>}
          {view.cites.length > 0 && (
            <p className="secondary">
              {w.cites}
              {signs().colon}
              {citations(view.cites)}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Facts({ view }: { view: CaseView }) {
  const w = useWords(words);
  const { declared } = view;
  const items = [
    { key: 'number', label: w.number, children: <span className="figures">{view.line.number}</span> },
    { key: 'place', label: w.place, children: view.line.areaPath },
    { key: 'applied', label: w.appliedOn, children: <DateText date={view.line.appliedOn} /> },
    { key: 'payee', label: w.payee, children: view.payee },
    // What the application does not ask for was not declared, and is not missing.
    ...(declared.kinAsked
      ? [
          {
            key: 'kin',
            label: w.kinDeclared,
            children: view.line.kin ? <StateTag tone="attention">{declared.kinRemark}</StateTag> : w.none,
          },
        ]
      : []),
    ...(declared.authorisationAsked
      ? [
          {
            key: 'authorised',
            label: w.authorisedOn,
            children: declared.authorisedOn ? <DateText date={declared.authorisedOn} /> : w.none,
          },
        ]
      : []),
    ...(view.line.reviewOn
      ? [{ key: 'review', label: w.reviewOn, children: <DateText date={view.line.reviewOn} /> }]
      : []),
  ];
  return (
    <section className="box">
      <Descriptions column={1} size="small" items={items} />
    </section>
  );
}
