import { App, Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import type { Schema } from '../../api/client';
import { useSession } from '../../api/session';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { Loaded } from '../../ui/Waiting';
import { FactItem } from './FactItem';
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

const NUMBER_MAX = 60;

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
  const text = useTextRules();
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
      <Refused problem={register.error} />
      <p className="secondary">{w.unknownLeave}</p>
      <div className="registry-fields">
        <Form.Item name="number" label={w.number} rules={text(NUMBER_MAX, true)}>
          <Input />
        </Form.Item>
        {find('HOUSEHOLD', HOUSEHOLD).map((fact) => (
          <FactItem key={fact.name} fact={fact} name={['facts', fact.name]} required={fact.name === 'area'} />
        ))}
        <Told catalogue={catalogue} dateLabel={w.effective} evidence={false} />
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
                    <FactItem key={fact.name} fact={fact} name={[name, fact.name]} required={fact.name === 'name'} />
                  ))}
                </div>
              </fieldset>
            ))}
            <p className="registry-add">
              <Button onClick={() => add({})}>{w.addMember}</Button>
            </p>
          </>
        )}
      </Form.List>
      <Button type="primary" htmlType="submit" loading={register.isPending}>
        {w.submitRegister}
      </Button>
    </Form>
  );
}
