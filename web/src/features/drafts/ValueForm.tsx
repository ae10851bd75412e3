import { App, Form, Input, Modal, Select } from 'antd';
import { useSession } from '../../api/session';
import { AreaPicker } from '../../ui/AreaPicker';
import { DayInput } from '../../ui/DayInput';
import { useDayRules } from '../../ui/dayRules';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { useParameters, useValue, type Draft } from './queries';
import { words } from './words';

const VALUE_MAX = 20;
const TITLE_MAX = 120;
const NUMBER_MAX = 60;
const NOTE_MAX = 500;

interface Fields {
  parameter: string;
  areaCode: string;
  value: string;
  from: string;
  documentTitle: string;
  documentNumber: string;
  documentDate: string;
  note?: string;
}

/** A value of a parameter from a day on, with the document that sets it. */
export function ValueForm({ draft, close }: { draft: Draft; close: () => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const session = useSession();
  const parameters = useParameters();
  const value = useValue(draft.id);
  const text = useTextRules();
  const day = useDayRules({ required: true });
  const [form] = Form.useForm<Fields>();
  const chosen: string | undefined = Form.useWatch('parameter', form);
  const unit = parameters.data?.find(({ name }) => name === chosen)?.unit ?? '';
  const needed = [{ required: true, message: w.needed }];
  const submit = (fields: Fields) =>
    value.mutate(
      { ...fields, note: fields.note ?? '' },
      {
        onSuccess: () => {
          void message.success(w.valueWritten);
          close();
        },
      },
    );
  return (
    <Modal
      open
      width={640}
      title={w.changeValue}
      okText={w.writeValue}
      cancelText={w.cancel}
      confirmLoading={value.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="secondary draft-hint">{w.valueNote}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ areaCode: session.area.code }}
        onFinish={submit}
      >
        <Refused problem={value.error} />
        <div className="draft-form">
          <Form.Item name="parameter" label={w.parameter} rules={needed} className="wide">
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={parameters.isPending}
              options={(parameters.data ?? []).map(({ name, label }) => ({ value: name, label }))}
            />
          </Form.Item>
          <Form.Item name="areaCode" label={w.area} rules={needed}>
            <AreaPicker />
          </Form.Item>
          <Form.Item name="value" label={w.value(unit)} rules={text(VALUE_MAX, true)}>
            <Input inputMode="decimal" className="figures" />
          </Form.Item>
          <Form.Item name="from" label={w.valueFrom} extra={w.valueFromHelp} {...day}>
            <DayInput />
          </Form.Item>
          <Form.Item name="documentDate" label={w.documentDate} {...day}>
            <DayInput />
          </Form.Item>
          <Form.Item name="documentTitle" label={w.documentTitle} rules={text(TITLE_MAX, true)} className="wide">
            <Input />
          </Form.Item>
          <Form.Item name="documentNumber" label={w.documentNumber} rules={text(NUMBER_MAX, true)} className="wide">
            <Input />
          </Form.Item>
          <Form.Item name="note" label={w.note} rules={text(NOTE_MAX)} className="wide">
            <Input.TextArea autoSize />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
