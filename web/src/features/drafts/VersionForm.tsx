import { App, Form, Modal, Select } from 'antd';
import { DayInput } from '../../ui/DayInput';
import { useDayRules } from '../../ui/dayRules';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useProgrammes, useVersion, type Draft } from './queries';
import { words } from './words';

interface Fields {
  programme: string;
  from: string;
}

/** Begins a new version of a programme from a day on. */
export function VersionForm({ draft, close }: { draft: Draft; close: () => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const version = useVersion();
  const programmes = useProgrammes();
  const day = useDayRules({ required: true });
  const [form] = Form.useForm<Fields>();
  const submit = ({ programme, from }: Fields) =>
    version.mutate(
      { id: draft.id, programme, from },
      {
        onSuccess: () => {
          void message.success(w.versionMade);
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={w.newVersion}
      okText={w.newVersion}
      cancelText={w.cancel}
      confirmLoading={version.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="secondary draft-hint">{w.versionHelp}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Refused problem={version.error} />
        <Form.Item name="programme" label={w.programme} rules={[{ required: true, message: w.needed }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={programmes.isPending}
            options={(programmes.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Form.Item>
        <Form.Item name="from" label={w.versionFrom} {...day}>
          <DayInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
