import { useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useWords } from '../../../ui/i18n';
import { Page } from '../../../ui/Page';
import { StateTag } from '../../../ui/StateTag';
import { Unsaved } from '../../../ui/Unsaved';
import { Loaded } from '../../../ui/Waiting';
import { fileAddress } from '../addresses';
import '../drafts.css';
import { differs, type Edit } from './parts';
import { PartForm } from './PartForm';
import { useDraft, useParts, type ClauseForms, type ClausePart } from '../queries';
import { words as drafts } from '../words';
import { words } from './words';

/** A programme of a draft, condition by condition: the list in words, and a form for the one that is chosen. */
export function Component() {
  const w = useWords(words);
  const d = useWords(drafts);
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const path = search.get('path') ?? '';
  const draft = useDraft(id);
  const parts = useParts(id, path);
  return (
    <Page
      title={parts.data?.title ?? d.byClause}
      note={<span className="secondary">{d.byClause}</span>}
      trail={[
        { title: d.title, to: '/drafts' },
        { title: draft.data?.title ?? d.draft, to: `/drafts/${id}` },
      ]}
      extra={<Link to={fileAddress(id, path)}>{w.inFile}</Link>}
    >
      <Loaded query={parts} lines={12}>
        {(shown) => <Clauses key={path} id={id} forms={shown} />}
      </Loaded>
    </Page>
  );
}

function Clauses({ id, forms }: { id: string; forms: ClauseForms }) {
  const w = useWords(words);
  const d = useWords(drafts);
  const [search, setSearch] = useSearchParams();
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>({});
  // What was read when the writing began; what others write meanwhile is told when a part is kept.
  const [revision, setRevision] = useState(forms.revision);
  const first = forms.parts.find(({ kind }) => kind === 'CLAUSE') ?? forms.parts[0];
  const chosen = forms.parts.find(({ key }) => key === search.get('at')) ?? first;
  const form = useRef<HTMLDivElement>(null);
  const choose = (key: string) => {
    setSearch({ path: forms.path, at: key }, { replace: true });
    // On a phone the form is below the list.
    setTimeout(() => form.current?.scrollIntoView({ block: 'nearest' }));
  };
  const change = (key: string, edit: Edit | undefined) =>
    setEdits((before) =>
      edit ? { ...before, [key]: edit } : Object.fromEntries(Object.entries(before).filter(([other]) => other !== key)),
    );
  return (
    <>
      <Unsaved when={forms.parts.some((part) => differs(part, edits[part.key]))} of="path" />
      <p className="secondary draft-hint">{forms.writable ? w.byClauseNote : d.readOnly}</p>
      <div className="draft-clauses">
        <nav aria-label={w.clauseList}>
          <ul className="part-list">
            {forms.parts.map((part) => (
              <li key={part.key} className={part.depth > 0 ? 'part-inside' : undefined}>
                <button type="button" aria-current={part.key === chosen?.key} onClick={() => choose(part.key)}>
                  <Said part={part} unsaved={differs(part, edits[part.key])} />
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div ref={form}>
          {chosen && (
            <PartForm
              key={chosen.key}
              id={id}
              forms={forms}
              part={chosen}
              revision={revision}
              edit={edits[chosen.key]}
              change={(edit) => change(chosen.key, edit)}
              kept={(at) => {
                setRevision(at);
                change(chosen.key, undefined);
              }}
            />
          )}
        </div>
      </div>
    </>
  );
}

function Said({ part, unsaved }: { part: ClausePart; unsaved: boolean }) {
  const w = useWords(words);
  return (
    <>
      <span className="secondary">{w[part.kind]}</span> <strong>{part.title || w.amountTitle}</strong>{' '}
      {unsaved && <StateTag tone="attention">{w.unsaved}</StateTag>}
      {part.changed && <StateTag tone="active">{w.partChanged}</StateTag>}
      {part.words && <div className="secondary">{part.words}</div>}
    </>
  );
}
