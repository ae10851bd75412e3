import { Button, Checkbox, Descriptions, Form, Input } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Schema } from '../../api/client';
import { useSession } from '../../api/session';
import { DayInput } from '../../ui/DayInput';
import { useDayRules } from '../../ui/dayRules';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { Loaded } from '../../ui/Waiting';
import { GivenBefore } from './GivenBefore';
import { Opinion, Outcome } from './Opinion';
import { useApply, useDraft } from './queries';
import { words } from './words';
import './cases.css';

const KIN_MAX = 200;
const NAME_MAX = 60;

interface Values {
  appliedOn: string;
  kin?: boolean;
  kinRemark?: string;
  authorisedOn?: string;
  payee?: string;
}

/** An application, filled in from the register. */
export function Component() {
  const { household = '', programme = '' } = useParams();
  const [search] = useSearchParams();
  const query = useDraft(household, programme, search.get('person') ?? undefined);
  return <Loaded query={query}>{(draft) => <Application draft={draft} />}</Loaded>;
}

function Application({ draft }: { draft: Schema['ApplicationDraft'] }) {
  const w = useWords(words);
  const navigate = useNavigate();
  const apply = useApply();
  const [form] = Form.useForm<Values>();
  const text = useTextRules();
  const { today } = useSession();
  const days = useDayRules({ required: true, max: today });
  const kin = Form.useWatch('kin', form) ?? false;
  const submit = (values: Values) =>
    apply.mutate(
      {
        programme: draft.programme,
        household: draft.household,
        ...(draft.person && { person: draft.person }),
        appliedOn: values.appliedOn,
        kin: values.kin ?? false,
        kinRemark: values.kinRemark ?? '',
        ...(values.authorisedOn && { authorisedOn: values.authorisedOn }),
        payee: values.payee ?? '',
      },
      { onSuccess: ({ id }) => void navigate(`/cases/${id}`) },
    );
  const items = [
    { key: 'applicant', label: w.applicant, children: draft.applicant },
    { key: 'number', label: w.household, children: draft.householdNumber },
    { key: 'address', label: w.address, children: draft.address },
    { key: 'members', label: w.members, children: draft.members.join(signs().listed) },
    { key: 'papers', label: w.papers, children: draft.papers.join(signs().listed) || w.papersNone },
    ...(draft.papersIfAny.length > 0
      ? [{ key: 'papersIfAny', label: w.papersIfAny, children: draft.papersIfAny.join(signs().listed) }]
      : []),
  ];
  return (
    <Page
      title={w.applyTitle(draft.title)}
      note={
        draft.opinion && (
          <Outcome
            outcome={draft.opinion.outcome}
            amountFen={draft.opinion.amountFen}
            period={draft.opinion.explanation.period}
          />
        )
      }
      trail={[{ title: w.household, to: `/households/${draft.household}` }]}
    >
      <div className="case-columns">
        <div className="case-main">
          <section className="box">
            <Descriptions column={1} size="small" items={items} />
            {draft.opinion && <GivenBefore before={draft.opinion.before} given={draft.opinion.given} />}
          </section>
          <section className="box">
            <Form
              form={form}
              layout="vertical"
              initialValues={{ appliedOn: draft.appliedOn, kin: false }}
              onFinish={submit}
            >
              <Refused problem={apply.error} />
              <Form.Item name="appliedOn" label={w.appliedOn} {...days}>
                <DayInput max={today} allowClear={false} />
              </Form.Item>
              {draft.authorisation && (
                <Form.Item name="authorisedOn" label={w.authorisation} {...days}>
                  <DayInput max={today} />
                </Form.Item>
              )}
              {draft.kin && (
                <Form.Item name="kin" valuePropName="checked">
                  <Checkbox>{w.kinAsk}</Checkbox>
                </Form.Item>
              )}
              {kin && (
                <Form.Item name="kinRemark" label={w.kinWho} rules={text(KIN_MAX, true)}>
                  <Input />
                </Form.Item>
              )}
              <Form.Item name="payee" label={w.payee} extra={w.payeeHint} rules={text(NAME_MAX)}>
                <Input placeholder={draft.applicant} />
              </Form.Item>
              <Button type="primary" htmlType="submit" loading={apply.isPending}>
                {w.submitApplication}
              </Button>
              <p className="secondary">{w.submitNote}</p>
            </Form>
          </section>
        </div>
        <div className="case-side">{draft.opinion && <Opinion opinion={draft.opinion.explanation} />}</div>
      </div>
    </Page>
  );
}
