import { Button, Form, Input } from 'antd';
import { Link, useParams } from 'react-router';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { Loaded } from '../../ui/Waiting';
import { useLodge, useNotice, useNoticeCode, type WallNotice } from './queries';
import { Code, Gone, Hung, WallFrame } from './WallFrame';
import { words } from './words';

const WORDS_MIN = 5;
const WORDS_MAX = 2000;
const CONTACT_MAX = 100;

/** One notice, and the place to object to it. */
export function Component() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const query = useNotice(id);
  const code = useNoticeCode(id).data;
  if (query.isError) {
    return <Gone problem={query.error} />;
  }
  return (
    <Loaded query={query}>
      {(notice) => (
        <WallFrame title={`${notice.programme}${notice.title}`}>
          <p>
            <Link to={`/wall/${notice.wallCode}`}>{notice.wallPath}</Link>
          </p>
          <dl className="wall-shows">
            {notice.shows.map((shown) => (
              <div key={shown.title}>
                <dt>{shown.title}</dt>
                <dd>{shown.text}</dd>
              </div>
            ))}
            <div>
              <dt>{w.from}</dt>
              <dd>
                <Hung from={notice.from} to={notice.to} />
              </dd>
            </div>
            <div>
              <dt>{w.office}</dt>
              <dd>{notice.office}</dd>
            </div>
          </dl>
          <p className="no-print">
            <a href={`/api/wall/notices/${id}/paper`} target="_blank" rel="noreferrer">
              {w.paper}
            </a>
          </p>
          {code && <Code svg={code.svg} url={code.url} caption={w.code} />}
          <Lodging notice={notice} />
        </WallFrame>
      )}
    </Loaded>
  );
}

function Lodging({ notice }: { notice: WallNotice }) {
  const w = useWords(words);
  const text = useTextRules();
  const lodge = useLodge(notice.id);
  if (lodge.data) {
    const { number } = lodge.data;
    return (
      <section className="wall-box" role="status">
        <p>
          {w.lodged} <strong className="wall-number figures">{number}</strong>
        </p>
        <p>{w.keep}</p>
        <Link to={`/wall/objection/${number}`}>{w.follow}</Link>
      </section>
    );
  }
  return (
    <section className="wall-box no-print">
      <h2>{w.object}</h2>
      <Form
        layout="vertical"
        initialValues={{ words: '', contact: '' }}
        onFinish={(values: { words: string; contact: string }) => lodge.mutate(values)}
      >
        <Refused problem={lodge.error} />
        <Form.Item
          name="words"
          label={w.words}
          extra={w.wordsHint}
          rules={[...text(WORDS_MAX), { required: true, min: WORDS_MIN, message: w.wordsHint }]}
        >
          <Input.TextArea autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="contact" label={w.contact} extra={w.contactHint} rules={text(CONTACT_MAX)}>
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={lodge.isPending}>
          {w.send}
        </Button>
      </Form>
    </section>
  );
}
