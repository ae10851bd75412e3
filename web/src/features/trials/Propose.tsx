import { App, Form, Input, Modal, Select } from 'antd';
import { DayInput } from '../../ui/DayInput';
import { useDayRules } from '../../ui/dayRules';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { usePropose, type NewProposal, type Options, type Scenario } from './queries';
import { words } from './words';

const TITLE_MAX = 120;
const NUMBER_MAX = 60;

/** A standard for each county that a scenario changes, from the document that sets it. */
export function Propose({ scenario, options, close }: { scenario: Scenario; options: Options; close: () => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const propose = usePropose(scenario.id);
  const text = useTextRules();
  const day = useDayRules({ required: true });
  const [form] = Form.useForm<NewProposal>();
  const names = [...new Set(scenario.asked.changes.map((change) => change.parameter))];
  return (
    <Modal
      open
      title={w.propose}
      okText={w.propose}
      cancelText={w.cancel}
      confirmLoading={propose.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="secondary">{w.proposeNote}</p>
      <Form<NewProposal>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ parameter: names[0], from: `${scenario.asked.changes[0]?.from ?? scenario.asked.from}-01` }}
        onFinish={(given) =>
          propose.mutate(given, {
            onSuccess: (entered) => {
              message.success(w.proposed(String(entered.length)));
              close();
            },
          })
        }
      >
        <Refused problem={propose.error} />
        <Form.Item name="parameter" label={w.parameter} rules={[{ required: true, message: w.needed }]}>
          <Select
            options={names.map((value) => ({
              value,
              label: options.parameters.find((one) => one.name === value)?.label ?? value,
            }))}
          />
        </Form.Item>
        <Form.Item name="from" label={w.firstDay} {...day}>
          <DayInput />
        </Form.Item>
        <Form.Item name="documentTitle" label={w.documentTitle} rules={text(TITLE_MAX, true)}>
          <Input />
        </Form.Item>
        <Form.Item name="documentNumber" label={w.documentNumber} rules={text(NUMBER_MAX, true)}>
          <Input />
        </Form.Item>
        <Form.Item name="documentDate" label={w.documentDate} {...day}>
          <DayInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
