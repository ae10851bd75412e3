import { App, Form, Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Schema } from '../../api/client';
import { AreaPicker } from '../../ui/AreaPicker';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { FactItem } from './FactItem';
import { PersonFinder } from './PersonFinder';
import { useJoin, useLeave, useMove, useSplit, type FactForm, type Household } from './queries';
import { Told } from './Told';
import { words } from './words';

/** What can happen to a household, as the menu lists it. */
export const CHANGES = ['birth', 'marriage', 'join', 'leave', 'death', 'split', 'move'] as const;
export type Change = (typeof CHANGES)[number];

const NEW_PERSON = ['name', 'citizen_id', 'sex', 'birth_date', 'relation', 'hukou', 'member_status'];
const BIRTH_DATE = 'birth_date';
const KINDS = { birth: 'BIRTH', marriage: 'MARRIAGE', join: 'JOIN' } as const;
const SUBMIT = {
  birth: 'submitBirth',
  marriage: 'submitMarriage',
  join: 'submitJoin',
  leave: 'submitLeave',
  death: 'submitDeath',
  split: 'submitSplit',
  move: 'submitMove',
} as const;

const NUMBER_MAX = 60;
const ADDRESS_MAX = 500;

interface Props {
  kind: Change;
  file: Household;
  catalogue: Schema['FactCatalogue'];
  today: string;
  close: () => void;
}

interface Fields {
  on: string;
  source: string;
  evidence?: string;
  facts?: Record<string, string | undefined>;
  person?: string;
  persons?: string[];
  head?: string;
  number?: string;
  areaCode?: string;
  address?: string;
}

const filled = (typed: Fields['facts'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])));

/** Records what happened to a household on a day. */
export function EventDialog({ kind, file, catalogue, today, close }: Props) {
  const w = useWords(words);
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const splitting = Form.useWatch<string[] | undefined>('persons', form) ?? [];
  const [registered, setRegistered] = useState(false);
  const join = useJoin(file.id);
  const leave = useLeave(file.id);
  const split = useSplit(file.id);
  const move = useMove(file.id);
  const text = useTextRules();
  const pending = join.isPending || leave.isPending || split.isPending || move.isPending;
  const problem = join.error ?? leave.error ?? split.error ?? move.error;
  const facts = catalogue.facts.filter(
    (fact) =>
      fact.holder === 'PERSON' && NEW_PERSON.includes(fact.name) && !(kind === 'birth' && fact.name === BIRTH_DATE),
  );
  const members = file.members.map(({ id, line }) => ({ value: id, label: line.name }));

  const save = async (given: Fields) => {
    const told = { on: given.on, source: given.source, evidence: given.evidence ?? '' };
    const { number = '', areaCode = '', address = '', person = '', persons = [], head = '' } = given;
    switch (kind) {
      case 'birth':
      case 'marriage':
      case 'join':
        await join.mutateAsync({
          kind: KINDS[kind],
          // Whoever is born belongs to the household from that day.
          facts: { ...(kind === 'birth' && { [BIRTH_DATE]: given.on }), ...filled(given.facts) },
          told,
          ...(registered && { person }),
        });
        break;
      case 'leave':
      case 'death':
        await leave.mutateAsync({ person, died: kind === 'death', told });
        break;
      case 'split':
        await split.mutateAsync({ persons, head, number, areaCode, address, facts: {}, told });
        break;
      case 'move':
        await move.mutateAsync({ areaCode, address, number, told });
        break;
    }
    void message.success(w.done);
    close();
  };

  const joins = kind === 'birth' || kind === 'marriage' || kind === 'join';
  return (
    <Modal
      open
      title={w[kind]}
      width={640}
      okText={w[SUBMIT[kind]]}
      cancelText={w.cancel}
      confirmLoading={pending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          on: today,
          source: 'village',
          // Whoever splits off often stays in the village; whoever moves does not.
          ...(kind === 'split' && { areaCode: file.areaCode, address: file.address }),
        }}
        onFinish={(given) => void save(given).catch(() => undefined)}
      >
        <Refused problem={problem} />
        <div className="registry-fields">
          <Told catalogue={catalogue} dateLabel={kind === 'birth' ? w.bornOn : w.when} />
        </div>
        {joins && kind !== 'birth' && (
          <Segmented
            className="registry-who"
            aria-label={w.who}
            value={registered}
            options={[
              { value: false, label: w.newPerson },
              { value: true, label: w.existing },
            ]}
            onChange={setRegistered}
          />
        )}
        {joins && registered && (
          <>
            <Form.Item name="person" label={w.registered} rules={[{ required: true }]}>
              <PersonFinder />
            </Form.Item>
            <NewPersonFields facts={facts.filter((fact) => fact.name === 'relation')} />
          </>
        )}
        {joins && !registered && <NewPersonFields facts={facts} />}
        {(kind === 'leave' || kind === 'death') && (
          <Form.Item name="person" label={w.who} rules={[{ required: true }]}>
            <Select options={members} />
          </Form.Item>
        )}
        {kind === 'split' && (
          <>
            <Form.Item name="persons" label={w.whoSplit} rules={[{ required: true }]}>
              <Select mode="multiple" options={members} />
            </Form.Item>
            <Form.Item name="head" label={w.newHead} rules={[{ required: true }]}>
              <Select options={members.filter(({ value }) => splitting.length === 0 || splitting.includes(value))} />
            </Form.Item>
          </>
        )}
        {(kind === 'split' || kind === 'move') && (
          <>
            <Form.Item
              name="number"
              label={kind === 'split' ? w.newNumber : w.newNumberOptional}
              rules={text(NUMBER_MAX, kind === 'split')}
            >
              <Input />
            </Form.Item>
            <Form.Item name="areaCode" label={kind === 'split' ? w.area : w.newArea} rules={[{ required: true }]}>
              <AreaPicker smallest {...(kind === 'move' && { everywhere: true, near: file.areaCode })} />
            </Form.Item>
            <Form.Item name="address" label={w.address} rules={text(ADDRESS_MAX, true)}>
              <Input />
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}

function NewPersonFields({ facts }: { facts: readonly FactForm[] }) {
  return (
    <div className="registry-fields">
      {facts.map((fact) => (
        <FactItem key={fact.name} fact={fact} name={['facts', fact.name]} required={fact.name === 'name'} />
      ))}
    </div>
  );
}
