import { App, Button, Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { useCan } from '../../api/session';
import { ClauseTree } from '../../ui/ClauseTree';
import { DateText } from '../../ui/DateText';
import { dateInSentence } from '../../ui/format';
import { signs, useLanguage, useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Refused } from '../../ui/Refused';
import { StateTag } from '../../ui/StateTag';
import { useTextRules } from '../../ui/textRules';
import { Loaded } from '../../ui/Waiting';
import { useClose, useLead, type Lead, type LeadView, type Reason } from './queries';
import { words } from './words';

const TEXT_MAX = 500;
const REASONS = ['NOT_ELIGIBLE', 'DECLINED', 'WRONG_FACTS', 'OTHER_WAY', 'OTHER'] as const satisfies readonly Reason[];

/** A lead: what it is about, why, what to do about it, and how it is closed. */
export function LeadPanel({ id }: { id: string }) {
  const query = useLead(id);
  return (
    <Loaded query={query} lines={8}>
      {(view) => (
        <>
          <Head lead={view.line} />
          <Todo lead={view.line} />
          <Why view={view} />
          {view.canClose && <CloseForm lead={view.line} />}
        </>
      )}
    </Loaded>
  );
}

function Head({ lead }: { lead: Lead }) {
  const w = useWords(words);
  const { closing } = lead;
  return (
    <dl className="radar-facts">
      <dt>{w.programme}</dt>
      <dd>{lead.programmes.map(({ title }) => title).join(signs().listed)}</dd>
      <dt>{w.cause}</dt>
      <dd>{lead.cause.map(({ text }) => text).join(signs().further)}</dd>
      {lead.whom && (
        <>
          <dt>{w.whom}</dt>
          <dd>{lead.whom}</dd>
        </>
      )}
      {lead.amountFen > 0 && (
        <>
          <dt>{w.amount}</dt>
          <dd>
            <Money fen={lead.amountFen} />
          </dd>
        </>
      )}
      <dt>{w.place}</dt>
      <dd>
        {lead.areaPath} <Link to={`/households/${lead.household}`}>{w.household}</Link>
      </dd>
      <dt>{w.found}</dt>
      <dd>
        <DateText date={lead.foundOn} />
      </dd>
      {closing && (
        <>
          <dt>{w.closed}</dt>
          <dd>
            <StateTag tone="settled">{w[closing.reason ?? closing.how]}</StateTag> <DateText date={closing.on} />{' '}
            {closing.by}
            {closing.text && <div>{closing.text}</div>}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Where the work on a lead goes on. */
function Todo({ lead }: { lead: Lead }) {
  const w = useWords(words);
  const mayApply = useCan('case.apply');
  const maySee = useCan('case.read');
  if (lead.standing === 'CLOSED') {
    return null;
  }
  const [programme] = lead.programmes;
  const application = `/apply/${lead.household}/${programme?.id ?? ''}${lead.person ? `?person=${lead.person}` : ''}`;
  return (
    <section aria-label={w.todo}>
      <h3>{w.todo}</h3>
      <p>{w[`todo${lead.kind}`]}</p>
      <p className="radar-ways">
        {lead.kind === 'NOT_RECEIVING' && !lead.caseId && mayApply && (
          <Link to={application}>
            <Button type="primary">{w.apply}</Button>
          </Link>
        )}
        {lead.caseId && maySee && <Link to={`/cases/${lead.caseId}`}>{w.openCase}</Link>}
        {(lead.kind === 'NO_LONGER_ELIGIBLE' || lead.kind === 'TWICE') && maySee && (
          <Link to="/proposals">{w.proposals}</Link>
        )}
      </p>
    </section>
  );
}

function Why({ view }: { view: LeadView }) {
  const w = useWords(words);
  const title = w.why(dateInSentence(view.on, useLanguage()));
  const gone = view.line.cause.some(({ id }) => id === 'absent');
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {view.explained.length === 0 && <p>{gone ? w.whyGone : w.whySettled}</p>}
      {view.explained.map((one) => (
        <div key={one.programme + (one.person ?? '')}>
          <h4>
            {one.title}
            {one.person && ` · ${one.name}`}
          </h4>
          <ClauseTree nodes={one.explanation.nodes} label={one.title} />
        </div>
      ))}
    </section>
  );
}

interface Closing {
  reason: Reason;
  text?: string;
}

function CloseForm({ lead }: { lead: Lead }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const [form] = Form.useForm<Closing>();
  const reason = Form.useWatch('reason', form);
  const text = useTextRules();
  const close = useClose(lead.id);
  return (
    <Form<Closing>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="radar-close"
      onFinish={({ reason: chosen, text: said }) =>
        close.mutate({ reason: chosen, text: said ?? '' }, { onSuccess: () => void message.success(w.CLOSED) })
      }
    >
      <h3>{w.closeTitle}</h3>
      <Refused problem={close.error} />
      <Form.Item name="reason" label={w.closeReason} rules={[{ required: true }]}>
        <Select options={REASONS.map((value) => ({ value, label: w[value] }))} />
      </Form.Item>
      <Form.Item name="text" label={w.closeText} rules={text(TEXT_MAX, reason === 'OTHER')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <p className="secondary">{w.closeNote}</p>
      <Button htmlType="submit" loading={close.isPending}>
        {w.close}
      </Button>
    </Form>
  );
}
