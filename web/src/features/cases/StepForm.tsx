import { App, Button, Form, Input } from 'antd';
import { signs, useWords } from '../../ui/i18n';
import { goTo } from '../../ui/formFields';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { useAct, type CaseView } from './queries';
import { StepField } from './StepField';
import { initial, sent, type Values } from './stepValues';
import { words } from './words';

type Action = CaseView['actions'][number];

const REMARKS_MAX = 2000;

interface Fields {
  form?: Values;
  remarks?: string;
}

/** The form of the present step and what may be done with it. */
export function StepForm({ view }: { view: CaseView }) {
  const w = useWords(words);
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const act = useAct(view.line.id);
  const text = useTextRules();
  const suggested = view.actions.find((action) => action.suggested)?.suggested ?? '';
  const needsRemarks = view.actions.some((action) => action.remarks);
  const send = (action: Action, fields: Fields) =>
    act.mutate(
      {
        action: action.id,
        form: action.free ? {} : sent(view.form, fields.form ?? {}),
        remarks: fields.remarks ?? '',
        version: view.version,
      },
      { onSuccess: () => void message.success(`${w.done}${signs().colon}${action.title}`) },
    );
  const take = async (action: Action) => {
    // An action that needs no form is not held up by what stands in it.
    const wanted = action.free ? ['remarks'] : undefined;
    const fields = await form.validateFields(wanted as never).catch(() => undefined);
    if (!fields) {
      const wrong = form.getFieldsError().find(({ errors }) => errors.length > 0);
      goTo(wrong?.name ?? ['remarks']);
      return;
    }
    if (!action.closes) {
      send(action, fields);
      return;
    }
    void modal.confirm({
      title: w.closeAsk(action.title),
      content: w.closeNote(action.to),
      okText: action.title,
      okButtonProps: { danger: true },
      cancelText: w.cancel,
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => send(action, fields),
    });
  };
  return (
    <Form<Fields> form={form} layout="vertical" initialValues={{ form: initial(view.form) }} requiredMark>
      <Refused problem={act.error} />
      {view.form.map((field) => (
        <StepField key={field.id} field={field} />
      ))}
      <Form.Item
        name="remarks"
        label={w.remarks}
        rules={text(REMARKS_MAX)}
        {...(needsRemarks && { extra: w.remarksNeeded })}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {suggested && (
        <p className="case-suggested">
          <Button type="link" size="small" onClick={() => form.setFieldValue('remarks', suggested)}>
            {w.useSuggested}
          </Button>
        </p>
      )}
      <div className="case-actions">
        {view.actions.map((action, index) => (
          <div key={action.id} className="case-action">
            <Button
              type={index === 0 ? 'primary' : 'default'}
              disabled={action.obstacles.length > 0}
              loading={act.isPending}
              onClick={() => void take(action)}
            >
              {action.title}
            </Button>
            <span className="secondary">
              {action.obstacles.length > 0 ? action.obstacles.join(signs().further) : w.leadsTo(action.to)}
            </span>
          </div>
        ))}
      </div>
    </Form>
  );
}
