import { Button, Checkbox, DatePicker, Descriptions, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Schema } from '../../api/client';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Loaded } from '../../ui/Waiting';
import { Opinion, Outcome } from './Opinion';
import { useApply, useDraft } from './queries';
import { words } from './words';
import './cases.css';

interface Values {
  appliedOn: Dayjs;
  kin?: boolean;
  kinRemark?: string;
  authorisedOn?: Dayjs;
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
  const kin = Form.useWatch('kin', form) ?? false;
  const submit = (values: Values) =>
    apply.mutate(
      {
        programme: draft.programme,
        household: draft.household,
        ...(draft.person && { person: draft.person }),
        appliedOn: values.appliedOn.format('YYYY-MM-DD'),
        kin: values.kin ?? false,
        kinRemark: values.kinRemark ?? '',
        ...(values.authorisedOn && { authorisedOn: values.authorisedOn.format('YYYY-MM-DD') }),
        payee: values.payee ?? '',
      },
      { onSuccess: ({ id }) => void navigate(`/cases/${id}`) },
    );
  const items = [
    { key: 'applicant', label: w.applicant, children: draft.applicant },
    { key: 'number', label: w.household, children: draft.householdNumber },
    { key: 'address', label: w.address, children: draft.address },
    { key: 'members', label: w.members, children: draft.members.join('、') },
    { key: 'papers', label: w.papers, children: draft.papers.join('、') },
  ];
  return (
    <Page
      title={w.applyTitle(draft.title)}
      note={draft.opinion && <Outcome outcome={draft.opinion.outcome} amountFen={draft.opinion.amountFen} />}
      trail={[{ title: w.household, to: `/households/${draft.household}` }]}
    >
      <div className="case-columns">
        <div className="case-main">
          <section className="box">
            <Descriptions column={1} size="small" items={items} />
          </section>
          <section className="box">
            <Form
              form={form}
              layout="vertical"
              initialValues={{ appliedOn: dayjs(draft.appliedOn), kin: false }}
              onFinish={submit}
            >
              <Form.Item name="appliedOn" label={w.appliedOn} rules={[{ required: true }]}>
                <DatePicker allowClear={false} />
              </Form.Item>
              {draft.authorisation && (
                <Form.Item name="authorisedOn" label={w.authorisation} required>
                  <DatePicker />
                </Form.Item>
              )}
              {draft.kin && (
                <Form.Item name="kin" valuePropName="checked">
                  <Checkbox>{w.kinAsk}</Checkbox>
                </Form.Item>
              )}
              {kin && (
                <Form.Item name="kinRemark" label={w.kinWho} required>
                  <Input maxLength={200} />
                </Form.Item>
              )}
              <Form.Item name="payee" label={w.payee} extra={w.payeeHint}>
                <Input maxLength={60} placeholder={draft.applicant} />
              </Form.Item>
              {apply.isError && <ProblemAlert problem={apply.error} />}
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
