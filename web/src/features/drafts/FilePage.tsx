import { App, Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ClauseTree } from '../../ui/ClauseTree';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateTag } from '../../ui/StateTag';
import { Unsaved } from '../../ui/Unsaved';
import { Loaded } from '../../ui/Waiting';
import { clausesAddress } from './addresses';
import { diff } from './diff';
import './drafts.css';
import { Editor, type EditorHandle } from './Editor';
import { Faults } from './Faults';
import { useCheck, useDraft, useFile, useNames, useWrite, type Fault, type FileText } from './queries';
import { usePaused } from './usePaused';
import { words } from './words';

const NO_FAULTS: readonly Fault[] = [];

/** One file of a draft: written on one side, read in words on the other. */
export function Component() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const path = search.get('path') ?? '';
  const draft = useDraft(id);
  const file = useFile(id, path);
  return (
    <Loaded query={file} lines={12}>
      {(read) => (
        <Writing
          key={path}
          id={id}
          title={draft.data?.files.find((one) => one.path === path)?.title || path}
          trail={[
            { title: w.title, to: '/drafts' },
            { title: draft.data?.title ?? w.draft, to: `/drafts/${id}` },
          ]}
          read={read}
          at={[Number(search.get('line') ?? 0), Number(search.get('column') ?? 1)]}
        />
      )}
    </Loaded>
  );
}

interface WritingProps {
  id: string;
  title: string;
  trail: readonly { title: string; to: string }[];
  read: FileText;
  /** Where to begin: line and column; line 0 for the beginning. */
  at: [number, number];
}

function Writing({ id, title, trail, read, at }: WritingProps) {
  const w = useWords(words);
  const { message } = App.useApp();
  // What the editor begins with; what others write meanwhile is told when this is kept.
  const [begun] = useState(read);
  const [text, setText] = useState(begun.text);
  const [revision, setRevision] = useState(begun.revision);
  const [kept, setKept] = useState(begun.text);
  const [side, setSide] = useState<'words' | 'changes'>('words');
  const editor = useRef<EditorHandle>(null);
  const paused = usePaused(text);
  const check = useCheck(id, read.path, paused);
  const names = useNames(id);
  const write = useWrite(id);
  const [line, column] = at;
  useEffect(() => {
    if (line > 0) {
      editor.current?.goTo(line, column);
    }
  }, [line, column]);
  const faults = check.data?.faults ?? NO_FAULTS;
  const here = faults.filter((fault) => fault.path === read.path);
  const keep = () =>
    write.mutate(
      { path: read.path, text, revision },
      {
        onSuccess: (answer) => {
          setRevision(answer.revision);
          setKept(text);
          void message.success(w.saved);
        },
      },
    );
  return (
    <Page
      title={title}
      note={title !== read.path && <span className="secondary">{read.path}</span>}
      extra={read.path.startsWith('programmes/') && <Link to={clausesAddress(id, read.path)}>{w.byClause}</Link>}
      trail={trail}
      action={
        read.writable && (
          <Button type="primary" disabled={text === kept} loading={write.isPending} onClick={keep}>
            {text === kept ? w.nothingToSave : w.save}
          </Button>
        )
      }
    >
      <Unsaved when={text !== kept} of="path" />
      {write.isError && <ProblemAlert problem={write.error} />}
      {!read.writable && <p className="secondary draft-hint">{w.readOnly}</p>}
      {read.writable && <p className="secondary draft-hint">{w.editorHelp}</p>}
      <div className="draft-file">
        <Editor
          ref={editor}
          text={begun.text}
          readOnly={!read.writable}
          label={w.textOf(title)}
          onChange={setText}
          faults={here}
          names={[...(check.data?.lets ?? []), ...(names.data ?? [])]}
        />
        <div className="draft-side">
          <Segmented
            aria-label={w.side}
            value={side}
            onChange={setSide}
            options={[
              { value: 'words', label: w.inWords },
              { value: 'changes', label: w.comparison },
            ]}
          />
          <p aria-live="polite">
            {check.isError ? (
              <ProblemAlert problem={check.error} />
            ) : check.data === undefined ? (
              <StateTag tone="active">{w.checking}</StateTag>
            ) : (
              faults.length === 0 && <StateTag tone="settled">{w.noFaults}</StateTag>
            )}
          </p>
          {faults.length > 0 && (
            <Faults
              faults={faults}
              choose={(fault) => {
                if (fault.path === read.path) {
                  editor.current?.goTo(fault.line, fault.column);
                }
              }}
            />
          )}
          {side === 'words' ? (
            check.data && check.data.rule.length > 0 ? (
              <ClauseTree nodes={check.data.rule} label={w.inWords} />
            ) : (
              faults.length === 0 && <p className="secondary">{w.noRule}</p>
            )
          ) : (
            <Comparison before={read.base ?? undefined} after={paused} />
          )}
        </div>
      </div>
    </Page>
  );
}

function Comparison({ before, after }: { before: string | undefined; after: string }) {
  const w = useWords(words);
  if (before === undefined) {
    return <p className="secondary">{w.newFile}</p>;
  }
  if (before === after) {
    return <p className="secondary">{w.sameFile}</p>;
  }
  const signs = { added: '+', removed: '−', same: ' ', gap: '' };
  return (
    <pre className="draft-diff" aria-label={w.comparison}>
      {diff(before, after).map((line, at) => (
        <div key={at} className={`diff-${line.kind}`}>
          {line.kind === 'gap' ? w.linesSame(line.number) : `${signs[line.kind]} ${line.text}`}
        </div>
      ))}
    </pre>
  );
}
