import { App, Form, Input, Modal } from 'antd';
import { useSession } from '../../api/session';
import { DayInput } from '../../ui/DayInput';
import { useDayRules } from '../../ui/dayRules';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { useSubmit, type Draft } from './queries';
import { words } from './words';

const ORDER_MAX = 200;

interface Fields {
  from: string;
  orderedBy?: string;
}

/** Submits a draft for approval, with the day from which it is to hold. */
export function Submission({ draft, close }: { draft: Draft; close: () => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const session = useSession();
  const submit = useSubmit(draft.id);
  const text = useTextRules();
  const day = useDayRules({ required: true });
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch<string | undefined>('from', form) ?? '';
  const first = draft.changes.flatMap((change) => change.from ?? [])[0];
  const past = from !== '' && from < session.today;
  return (
    <Modal
      open
      title={w.submit}
      okText={w.submit}
      cancelText={w.cancel}
      confirmLoading={submit.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{w.submitNote}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: draft.from ?? first ?? session.today }}
        onFinish={({ from: day_, orderedBy = '' }) =>
          submit.mutate(
            { from: day_, orderedBy },
            {
              onSuccess: () => {
                void message.success(w.submitted);
                close();
              },
            },
          )
        }
      >
        <Refused problem={submit.error} />
        <Form.Item name="from" label={w.submitFrom} extra={w.submitFromHelp} {...day}>
          <DayInput />
        </Form.Item>
        <Form.Item name="orderedBy" label={w.orderLabel} extra={w.orderHelp} rules={text(ORDER_MAX, past)}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}
