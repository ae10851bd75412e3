import { Form, Input, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/session';
import { DayInput } from '../../ui/DayInput';
import { useDayRules } from '../../ui/dayRules';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { useMake, useProgrammes, useVersion } from './queries';
import { words } from './words';

const TITLE_MAX = 120;

interface Fields {
  title: string;
  from?: string;
}

/** Begins a draft; where it is about a programme, with a new version of it from a day. */
export function NewDraft({ programme, close }: { programme: string | undefined; close: () => void }) {
  const w = useWords(words);
  const navigate = useNavigate();
  const make = useMake();
  const version = useVersion();
  const programmes = useProgrammes();
  const text = useTextRules();
  const day = useDayRules({ required: true });
  const [form] = Form.useForm<Fields>();
  const mayWriteRules = useCan('draft.rules');
  const named = programmes.data?.find(({ id }) => id === programme)?.title;
  const withVersion = programme !== undefined && mayWriteRules;
  const submit = async ({ title, from }: Fields) => {
    // Where only the version was refused, the draft is there already.
    const draft = make.data ?? (await make.mutateAsync(title).catch(() => undefined));
    if (!draft) {
      return;
    }
    if (withVersion && from) {
      const made = await version.mutateAsync({ id: draft.id, programme, from }).catch(() => undefined);
      if (!made) {
        return;
      }
    }
    void navigate(`/drafts/${draft.id}`);
  };
  return (
    <Modal
      open
      title={named ? w.changeOf(named) : w.begin}
      okText={w.begin}
      cancelText={w.cancel}
      confirmLoading={make.isPending || version.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void submit(fields)}>
        <Refused problem={make.error ?? version.error} />
        <Form.Item name="title" label={w.draftTitle} extra={w.draftTitleHelp} rules={text(TITLE_MAX, true)}>
          <Input />
        </Form.Item>
        {withVersion && (
          <Form.Item name="from" label={w.versionFrom} extra={w.versionHelp} {...day}>
            <DayInput />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
