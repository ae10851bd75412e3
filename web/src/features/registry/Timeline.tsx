import { App, Button, Input } from 'antd';
import { DateText, MomentText } from '../../ui/DateText';
import { useWords } from '../../ui/i18n';
import { Loaded } from '../../ui/Waiting';
import { useTimeline, useUndoEvent } from './queries';
import { words, type Words } from './words';

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
              {record.text && <div>{record.text}</div>}
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
