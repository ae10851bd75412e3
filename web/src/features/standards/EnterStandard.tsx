import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useSession } from '../../api/session';
import { AreaPicker } from '../../ui/AreaPicker';
import { DayInput } from '../../ui/DayInput';
import { goTo } from '../../ui/formFields';
import { useDayRules } from '../../ui/dayRules';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { Findings } from './Findings';
import { period } from './AreaPanel';
import { useCheck, useEnter, useParameters, type NewStandard } from './queries';
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
  to?: string;
  documentTitle: string;
  documentNumber: string;
  documentDate: string;
  note?: string;
}

function bodyOf(fields: Fields): NewStandard {
  return {
    parameter: fields.parameter,
    areaCode: fields.areaCode,
    value: fields.value,
    from: fields.from,
    ...(fields.to && { to: fields.to }),
    documentTitle: fields.documentTitle,
    documentNumber: fields.documentNumber,
    documentDate: fields.documentDate,
    note: fields.note ?? '',
  };
}

/** A standard entered from its document: filled in, checked, and submitted to a second person. */
export function EnterStandard({ parameter, close }: { parameter: string; close: () => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const session = useSession();
  const parameters = useParameters();
  const check = useCheck();
  const enter = useEnter();
  const [form] = Form.useForm<Fields>();
  const chosen: string | undefined = Form.useWatch('parameter', form);
  const unit = parameters.data?.find((one) => one.name === chosen)?.unit ?? '';
  const needed = [{ required: true, message: w.needed }];
  const text = useTextRules();
  const neededDay = useDayRules({ required: true });
  const anyDay = useDayRules();
  const checked = check.data;
  const refusal = check.error ?? enter.error;
  const submit = async () => {
    const fields = await form.validateFields().catch(() => undefined);
    if (!fields) {
      goTo(form.getFieldsError().find(({ errors }) => errors.length > 0)?.name ?? []);
      return;
    }
    const body = bodyOf(fields);
    if (!checked) {
      check.mutate(body);
      return;
    }
    enter.mutate(body, {
      onSuccess: () => {
        message.success(w.submitted);
        close();
      },
    });
  };
  return (
    <Modal
      open
      width={640}
      title={w.enter}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{w.cancel}</Button>
          <Button type="primary" loading={check.isPending || enter.isPending} onClick={() => void submit()}>
            {checked ? w.submit : w.check}
          </Button>
        </>
      }
    >
      <p className="secondary">{w.enterNote}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ parameter, areaCode: session.area.code }}
        onValuesChange={() => {
          check.reset();
          enter.reset();
        }}
      >
        <Refused problem={refusal} />
        <div className="standards-form">
          <Form.Item name="parameter" label={w.parameter} rules={needed} className="wide">
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={(parameters.data ?? []).map((one) => ({ value: one.name, label: one.label }))}
            />
          </Form.Item>
          <Form.Item name="areaCode" label={w.area} rules={needed}>
            <AreaPicker />
          </Form.Item>
          <Form.Item name="value" label={w.valueYuan(unit)} rules={text(VALUE_MAX, true)}>
            <Input inputMode="decimal" className="figures" />
          </Form.Item>
          <Form.Item name="from" label={w.firstDay} {...neededDay}>
            <DayInput />
          </Form.Item>
          <Form.Item name="to" label={w.lastDay} {...anyDay} extra={w.lastDayHelp}>
            <DayInput />
          </Form.Item>
          <Form.Item name="documentTitle" label={w.documentTitle} rules={text(TITLE_MAX, true)} className="wide">
            <Input />
          </Form.Item>
          <Form.Item name="documentNumber" label={w.documentNumber} rules={text(NUMBER_MAX, true)}>
            <Input />
          </Form.Item>
          <Form.Item name="documentDate" label={w.documentDate} {...neededDay}>
            <DayInput />
          </Form.Item>
          <Form.Item name="note" label={w.note} rules={text(NOTE_MAX)} className="wide">
            <Input.TextArea autoSize />
          </Form.Item>
        </div>
      </Form>
      {checked && (
        <section className="box" aria-label={w.checked}>
          <h3>{w.checked}</h3>
          <p>
            {checked.areaPath} · {checked.label}{' '}
            <strong className="figures">{w.change(checked.former || w.nobodySet, checked.value)}</strong>{' '}
            {period(checked, w)}
          </p>
          <Findings findings={checked.findings} />
        </section>
      )}
    </Modal>
  );
}
