import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { DateText, MomentText } from '../../ui/DateText';
import { useWords } from '../../ui/i18n';
import { Loaded } from '../../ui/Waiting';
import { useTimeline, useUndoEvent } from './queries';
import { words, type Words } from './words';

/** About two lines of the narrow column. */
const FOLDED_CHARACTERS = 60;

/** Everything that was ever recorded about a household, newest first. */
export function Timeline({ householdId }: { householdId: string }) {
  const w = useWords(words);
  const { modal, message } = App.useApp();
  const timeline = useTimeline(householdId);
  const undo = useUndoEvent();

  const ask = (id: string) => {
    let reason = '';
    void modal.confirm({
      title: w.undo,
      content: (
        <>
          <p>{w.undoNote}</p>
          <Input
            aria-label={w.undoReason}
            placeholder={w.undoReason}
            maxLength={500}
            onChange={(event) => (reason = event.target.value)}
          />
        </>
      ),
      okText: w.undo,
      cancelText: w.cancel,
      onOk: async () => {
        try {
          await undo.mutateAsync({ id, reason: reason.trim() || w.undo });
        } catch (refused) {
          void message.error(refused instanceof Error ? refused.message : String(refused));
        }
      },
    });
  };

  return (
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
                  <Button type="link" size="small" onClick={() => ask(record.id)}>
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
