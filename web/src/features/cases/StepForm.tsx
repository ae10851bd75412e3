import { App, Button, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useAct, type CaseView } from './queries';
import { words } from './words';

type Field = CaseView['form'][number];
type Action = CaseView['actions'][number];
type Values = Record<string, unknown>;
type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

const FEN = 100;

/** A field of the workflow as antd draws it. */
function control(field: Field, w: Words) {
  switch (field.kind) {
    case 'COUNT':
      return <InputNumber min={0} precision={0} />;
    case 'MONEY':
      return <InputNumber min={0} precision={2} suffix="元" className="case-money" />;
    case 'DATE':
      return <DatePicker />;
    case 'FLAG':
      return (
        <Radio.Group
          options={[
            { value: true, label: w.yes },
            { value: false, label: w.no },
          ]}
        />
      );
    case 'PEOPLE':
      return <Select mode="tags" open={false} placeholder={w.peopleHint} tokenSeparators={['、', '，', ',', ' ']} />;
    case 'CHOICE':
      return <Radio.Group options={Object.entries(field.choices).map(([value, label]) => ({ value, label }))} />;
    default:
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />;
  }
}

/** What was entered the last time stands in the form. */
function initial(fields: readonly Field[]): Values {
  return Object.fromEntries(
    fields
      .filter((field) => field.last !== undefined && field.last !== null)
      .map((field) => {
        const last = field.last;
        const value = field.kind === 'DATE' ? dayjs(String(last)) : field.kind === 'MONEY' ? Number(last) / FEN : last;
        return [field.id, value];
      }),
  );
}

/** As the server takes it: dates as text, money in fen, nothing for what was left empty. */
export function sent(fields: readonly Field[], values: Values): Values {
  const form: Values = {};
  for (const field of fields) {
    const value = values[field.id];
    if (value === undefined || value === null || value === '') {
      continue;
    }
    if (field.kind === 'DATE') {
      form[field.id] = (value as { format: (pattern: string) => string }).format('YYYY-MM-DD');
    } else if (field.kind === 'MONEY') {
      form[field.id] = Math.round(Number(value) * FEN);
    } else {
      form[field.id] = value;
    }
  }
  return form;
}

/** What the fields of a step are called, by the server's pointers to them. */
function places(view: CaseView, w: Words): Readonly<Record<string, string>> {
  return {
    '/remarks': w.remarks,
    '/papers': w.papers,
    ...Object.fromEntries(view.form.map((field) => [`/form/${field.id}`, field.title])),
  };
}

/** The form of the present step and what may be done with it. */
export function StepForm({ view }: { view: CaseView }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [remarks, setRemarks] = useState('');
  const act = useAct(view.line.id);
  const suggested = view.actions.find((action) => action.suggested)?.suggested ?? '';
  const needsRemarks = view.actions.some((action) => action.remarks);
  const take = (action: Action) => {
    act.mutate(
      {
        action: action.id,
        form: action.free ? {} : sent(view.form, form.getFieldsValue()),
        remarks,
        version: view.version,
      },
      { onSuccess: () => void message.success(`${w.done}：${action.title}`) },
    );
  };
  return (
    <Form form={form} layout="vertical" initialValues={initial(view.form)} requiredMark>
      {view.form.map((field) => (
        <Form.Item key={field.id} name={field.id} label={field.title} required={field.required}>
          {control(field, w)}
        </Form.Item>
      ))}
      <Form.Item label={w.remarks} {...(needsRemarks && { extra: w.remarksNeeded })}>
        <Input.TextArea
          value={remarks}
          onChange={(event) => setRemarks(event.target.value)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
        />
        {suggested && (
          <Button type="link" size="small" onClick={() => setRemarks(suggested)}>
            {w.useSuggested}
          </Button>
        )}
      </Form.Item>
      {act.isError && <ProblemAlert problem={act.error} places={places(view, w)} />}
      <div className="case-actions">
        {view.actions.map((action, index) => (
          <div key={action.id} className="case-action">
            <Button
              type={index === 0 ? 'primary' : 'default'}
              disabled={action.obstacles.length > 0}
              loading={act.isPending}
              onClick={() => take(action)}
            >
              {action.title}
            </Button>
            <span className="secondary">
              {action.obstacles.length > 0 ? action.obstacles.join('；') : w.leadsTo(action.to)}
            </span>
          </div>
        ))}
      </div>
    </Form>
  );
}
