import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { DateText, MomentText } from '../../ui/DateText';
import { useWords } from '../../ui/i18n';
import { Refused } from '../../ui/Refused';
import { useTextRules } from '../../ui/textRules';
import { Loaded } from '../../ui/Waiting';
import { useTimeline, useUndoEvent } from './queries';
import { words, type Words } from './words';

/** About two lines of the narrow column. */
const FOLDED_CHARACTERS = 60;
const REASON_MAX = 500;

/** Everything that was ever recorded about a household, newest first. */
export function Timeline({ householdId }: { householdId: string }) {
  const w = useWords(words);
  const timeline = useTimeline(householdId);
  const [undoing, setUndoing] = useState<string>();

  return (
    <>
      <Loaded query={timeline}>
        {(records) => (
          <ol className="registry-timeline">
            {records.map((record) => (
              <li key={record.id} className={record.undone ? 'registry-undone' : ''}>
                <div>
                  <strong>{w[`kind${record.kind}` as keyof Words & `kind${string}`]}</strong>
                  {record.who && ` · ${record.who}`} · {w.from} <DateText date={record.from} />
                  {record.to && (
                    <>
                      {' – '}
                      <DateText date={record.to} />
                    </>
                  )}
                  {record.undone && <em> · {w.undone}</em>}
                  {record.canUndo && (
                    <Button type="link" size="small" onClick={() => setUndoing(record.id)}>
                      {w.undo}
                    </Button>
                  )}
                </div>
                {record.text && <Statement text={record.text} />}
                <div className="secondary">
                  {[record.source, record.evidence].filter(Boolean).join(' · ')}
                  {record.source && ' · '}
                  {record.recordedBy} {w.recorded} <MomentText at={record.recordedAt} />
                </div>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      {undoing && <Undo event={undoing} close={() => setUndoing(undefined)} />}
    </>
  );
}

/** Asks why an event is taken back, and does it. */
function Undo({ event, close }: { event: string; close: () => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const text = useTextRules();
  const undo = useUndoEvent();
  return (
    <Modal
      open
      title={w.undo}
      okText={w.undo}
      cancelText={w.cancel}
      confirmLoading={undo.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) =>
          undo.mutate(
            { id: event, reason },
            {
              onSuccess: () => {
                void message.success(w.done);
                close();
              },
            },
          )
        }
      >
        <Refused problem={undo.error} />
        <Form.Item name="reason" label={w.undoReason} extra={w.undoNote} rules={text(REASON_MAX, true)}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What was stated, on two lines until it is opened. */
function Statement({ text }: { text: string }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  const long = text.length > FOLDED_CHARACTERS;
  return (
    <div>
      {long && !open ? `${text.slice(0, FOLDED_CHARACTERS)}…` : text}
      {long && (
        <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? w.less : w.more}
        </Button>
      )}
    </div>
  );
}
