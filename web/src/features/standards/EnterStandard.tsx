import { App, Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useSession } from '../../api/session';
import { AreaPicker } from '../../ui/AreaPicker';
import { fieldOf, showAtField } from '../../ui/formProblem';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Findings } from './Findings';
import { period } from './AreaPanel';
import { useCheck, useEnter, useParameters, type NewStandard } from './queries';
import { words } from './words';

interface Fields {
  parameter: string;
  areaCode: string;
  value: string;
  from: Dayjs;
  to?: Dayjs | null;
  documentTitle: string;
  documentNumber: string;
  documentDate: Dayjs;
  note?: string;
}

const DAY = 'YYYY-MM-DD';

/** Where a refusal can point to. */
const FIELDS = [
  'parameter',
  'areaCode',
  'value',
  'from',
  'to',
  'documentTitle',
  'documentNumber',
  'documentDate',
  'note',
] as const satisfies readonly (keyof Fields)[];

function bodyOf(fields: Fields): NewStandard {
  return {
    parameter: fields.parameter,
    areaCode: fields.areaCode,
    value: fields.value,
    from: fields.from.format(DAY),
    ...(fields.to && { to: fields.to.format(DAY) }),
    documentTitle: fields.documentTitle,
    documentNumber: fields.documentNumber,
    documentDate: fields.documentDate.format(DAY),
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
  const neededText = [{ required: true, whitespace: true, message: w.needed }];
  const checked = check.data;
  const atField = (problem: unknown) => showAtField(form, problem, FIELDS);
  const refusal = check.error ?? enter.error;
  const submit = async () => {
    const fields = await form.validateFields().catch(() => undefined);
    if (!fields) {
      return;
    }
    const body = bodyOf(fields);
    if (!checked) {
      check.mutate(body, { onError: atField });
      return;
    }
    enter.mutate(body, {
      onSuccess: () => {
        message.success(w.submitted);
        close();
      },
      onError: atField,
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
          <Form.Item name="value" label={w.valueYuan(unit)} rules={neededText}>
            <Input inputMode="decimal" maxLength={20} className="figures" />
          </Form.Item>
          <Form.Item name="from" label={w.firstDay} rules={needed}>
            <DatePicker className="wide" />
          </Form.Item>
          <Form.Item name="to" label={w.lastDay} extra={w.lastDayHelp}>
            <DatePicker className="wide" />
          </Form.Item>
          <Form.Item name="documentTitle" label={w.documentTitle} rules={neededText} className="wide">
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="documentNumber" label={w.documentNumber} rules={neededText}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="documentDate" label={w.documentDate} rules={needed}>
            <DatePicker className="wide" />
          </Form.Item>
          <Form.Item name="note" label={w.note} className="wide">
            <Input.TextArea maxLength={500} autoSize />
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
      {refusal && !fieldOf(refusal, FIELDS) && <ProblemAlert problem={refusal} />}
    </Modal>
  );
}
