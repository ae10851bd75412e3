import { App, Form, Modal } from 'antd';
import type { Schema } from '../../api/client';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { FactItem } from './FactItem';
import { PaperField } from './PaperField';
import { useStateFacts } from './queries';
import { Told } from './Told';
import { words } from './words';

interface Props {
  catalogue: Schema['FactCatalogue'];
  holder: 'HOUSEHOLD' | 'PERSON';
  holderId: string;
  /** Whose facts. */
  name: string;
  today: string;
  /** The area that a paper belongs to. */
  area: string;
  close: () => void;
}

interface Fields {
  on: string;
  source: string;
  evidence?: string;
  documentId?: string;
  facts: Record<string, string | undefined>;
}

/** Only a move changes where a household lives. */
const isStated = (name: string) => name !== 'area';

/** One act of stating: what is filled in here is stated, what is left empty stays as it is. */
export function StatementDialog({ catalogue, holder, holderId, name, today, area, close }: Props) {
  const w = useWords(words);
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const state = useStateFacts();
  const facts = catalogue.facts.filter((fact) => fact.holder === holder && isStated(fact.name));
  const groups = [...new Set(facts.map((fact) => fact.group))];

  const save = ({ on, source, evidence = '', documentId, facts: typed }: Fields) => {
    const filled: Record<string, string> = {};
    for (const [fact, text] of Object.entries(typed)) {
      if (text?.trim()) {
        filled[fact] = text.trim();
      }
    }
    state.mutate(
      { holder, holderId, from: on, facts: filled, source, evidence, ...(documentId && { documentId }) },
      {
        onSuccess: () => {
          void message.success(w.saved);
          close();
        },
      },
    );
  };

  return (
    <Modal
      open
      title={w.stateFactsOf(name)}
      width={760}
      okText={w.save}
      cancelText={w.cancel}
      confirmLoading={state.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ on: today, source: 'township', facts: {} }}
        onFinish={save}
      >
        <Refused problem={state.error} />
        <div className="registry-fields">
          <Told catalogue={catalogue} dateLabel={w.effective} />
          <Form.Item name="documentId" label={w.paper}>
            <PaperField area={area} />
          </Form.Item>
        </div>
        <p className="secondary">{w.unknownLeave}</p>
        {groups.map((group) => (
          <fieldset key={group} className="registry-group">
            <legend>{w[`group${group}`]}</legend>
            <div className="registry-fields">
              {facts
                .filter((fact) => fact.group === group)
                .map((fact) => (
                  <FactItem key={fact.name} fact={fact} name={['facts', fact.name]} tooltip={fact.evidence} />
                ))}
            </div>
          </fieldset>
        ))}
      </Form>
    </Modal>
  );
}
