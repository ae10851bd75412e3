import { App, Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import type { Schema } from '../../api/client';
import { useSession } from '../../api/session';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Loaded } from '../../ui/Waiting';
import { FactInput } from './FactInput';
import { useCatalogue, useRegister } from './queries';
import { Told } from './Told';
import { words } from './words';
import './registry.css';

type Typed = Record<string, string | undefined>;

interface Fields {
  on: string;
  source: string;
  number: string;
  facts: Typed;
  members: Typed[];
}

/** What is asked at first; everything else is stated later in the file. */
const HOUSEHOLD = ['area', 'address', 'hukou', 'phone'];
const MEMBER = ['name', 'citizen_id', 'relation', 'sex', 'birth_date', 'member_status', 'labour'];

const filled = (typed: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])));

/** Registers one household by hand. */
export function Component() {
  const w = useWords(words);
  const catalogue = useCatalogue();
  return (
    <Page title={w.register} trail={[{ title: w.households, to: '/households' }]}>
      <Loaded query={catalogue}>{(offered) => <Entry catalogue={offered} />}</Loaded>
    </Page>
  );
}

function Entry({ catalogue }: { catalogue: Schema['FactCatalogue'] }) {
  const w = useWords(words);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { today } = useSession();
  const register = useRegister();
  const find = (holder: string, names: readonly string[]) =>
    names.flatMap((name) => catalogue.facts.filter((fact) => fact.holder === holder && fact.name === name));

  const save = ({ on, source, number, facts, members }: Fields) =>
    register.mutate(
      { on, source, number: number.trim(), facts: filled(facts), members: members.map(filled) },
      {
        onSuccess: ({ id }) => {
          void message.success(w.saved);
          void navigate(`/households/${id}`);
        },
      },
    );

  return (
    <Form<Fields>
      layout="vertical"
      initialValues={{ on: today, source: 'township', facts: {}, members: [{ relation: '02' }] }}
      onFinish={save}
    >
      <p className="secondary">{w.unknownLeave}</p>
      <div className="registry-fields">
        <Form.Item name="number" label={w.number} rules={[{ required: true }]}>
          <Input maxLength={60} />
        </Form.Item>
        {find('HOUSEHOLD', HOUSEHOLD).map((fact) => (
          <Form.Item
            key={fact.name}
            name={['facts', fact.name]}
            label={fact.label}
            rules={[{ required: fact.name === 'area' }]}
          >
            <FactInput fact={fact} />
          </Form.Item>
        ))}
        <Told catalogue={catalogue} dateLabel={w.effective} />
      </div>
      <Form.List name="members">
        {(members, { add, remove }) => (
          <>
            {members.map(({ key, name }) => (
              <fieldset key={key} className="registry-group">
                <legend>
                  {w.memberNumber(name + 1)}{' '}
                  {members.length > 1 && (
                    <Button type="link" size="small" onClick={() => remove(name)}>
                      {w.removeMember}
                    </Button>
                  )}
                </legend>
                <div className="registry-fields">
                  {find('PERSON', MEMBER).map((fact) => (
                    <Form.Item
                      key={fact.name}
                      name={[name, fact.name]}
                      label={fact.label}
                      rules={[{ required: fact.name === 'name' }]}
                    >
                      <FactInput fact={fact} />
                    </Form.Item>
                  ))}
                </div>
              </fieldset>
            ))}
            <p>
              <Button onClick={() => add({})}>{w.addMember}</Button>
            </p>
          </>
        )}
      </Form.List>
      {register.isError && <ProblemAlert problem={register.error} />}
      <Button type="primary" htmlType="submit" loading={register.isPending}>
        {w.submitRegister}
      </Button>
    </Form>
  );
}
