import { App, Button, Form, Input, Segmented } from 'antd';
import { Link } from 'react-router';
import { useCan, useSession } from '../../api/session';
import { DataTable } from '../../ui/DataTable';
import { DateText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Refused } from '../../ui/Refused';
import { StateTag } from '../../ui/StateTag';
import { useTextRules } from '../../ui/textRules';
import { loadObjections, useAnswer, useContact, useTakeUp, type Objection } from './queries';
import { words } from './words';
import './cases.css';

const ANSWER_MAX = 2000;

/** What people object to, and the answers. */
export function Component() {
  const w = useWords(words);
  const { area } = useSession();
  const states: Readonly<Record<string, string>> = { OPEN: w.OPEN, TAKEN_UP: w.TAKEN_UP, ANSWERED: w.ANSWERED };
  return (
    <Page title={w.objections} extra={<Link to={`/wall/${area.code}`}>{w.openWall}</Link>}>
      <DataTable<Objection>
        queryKey={['cases', 'objections']}
        load={loadObjections}
        rowKey={(objection) => objection.id}
        label={w.objections}
        columns={[
          {
            key: 'words',
            title: w.objectionWords,
            render: (objection) => <strong>{objection.words.slice(0, 40)}</strong>,
          },
          {
            key: 'notice',
            title: w.notices,
            render: (objection) => `${objection.programme} ${objection.title}`,
            secondary: true,
          },
          { key: 'place', title: w.place, render: (objection) => objection.areaPath },
          { key: 'lodged', title: w.lodged, render: (objection) => <DateText date={objection.lodgedOn} /> },
          {
            key: 'state',
            title: w.state,
            render: (objection) => (
              <StateTag tone={objection.state === 'ANSWERED' ? 'settled' : 'attention'}>
                {states[objection.state]}
              </StateTag>
            ),
          },
        ]}
        filters={(list) => (
          <Segmented
            value={list.filters['answered'] ?? 'no'}
            onChange={(value) => list.filter('answered', value === 'no' ? undefined : value)}
            options={[
              { value: 'no', label: w.todo },
              { value: 'yes', label: w.answered },
            ]}
          />
        )}
        empty={<Empty title={w.noObjections}>{w.noObjectionsNote}</Empty>}
        panel={{
          title: (_, row) => row?.number ?? w.objections,
          content: (_, row) => row && <Answering key={row.id} objection={row} />,
        }}
      />
    </Page>
  );
}

function Answering({ objection }: { objection: Objection }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const mayOpen = useCan('person.open');
  const text = useTextRules();
  const takeUp = useTakeUp();
  const send = useAnswer();
  const contact = useContact();
  return (
    <div className="objection">
      <p>{objection.words}</p>
      <p>
        <Link to={`/cases/${objection.caseId}`}>
          {objection.programme} {objection.title}
        </Link>
      </p>
      {objection.hasContact
        ? mayOpen && (
            <Button onClick={() => contact.mutate(objection.id)} loading={contact.isPending}>
              {contact.data?.contact ?? w.contact}
            </Button>
          )
        : w.noContact}
      {objection.state === 'OPEN' && (
        <p>
          <Button loading={takeUp.isPending} onClick={() => takeUp.mutate(objection)}>
            {w.takeUp}
          </Button>{' '}
          <span className="secondary">{w.takeUpNote}</span>
        </p>
      )}
      {objection.state === 'ANSWERED' ? (
        <p>
          {w.answer}
          {signs().colon}
          {objection.answer} <span className="secondary">{objection.answeredBy}</span>
        </p>
      ) : (
        <Form<{ answer: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ answer }) =>
            send.mutate({ id: objection.id, answer }, { onSuccess: () => void message.success(w.ANSWERED) })
          }
        >
          <Refused problem={send.error} />
          <Form.Item name="answer" label={w.answer} extra={w.answerNote} rules={text(ANSWER_MAX, true)}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {w.answer}
          </Button>
        </Form>
      )}
      {[takeUp, contact].map((change, index) => change.isError && <ProblemAlert key={index} problem={change.error} />)}
    </div>
  );
}
