import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../../ui/i18n';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { StateTag } from '../../../ui/StateTag';
import { fileAddress } from '../addresses';
import { Editor } from '../Editor';
import { Faults } from '../Faults';
import { articleOf, blank, changeOf, cited, differs, editOf, sourceOf, type Edit } from './parts';
import { useCheckPart, useNames, useWritePart, type ClauseForms, type ClausePart } from '../queries';
import { usePaused } from '../usePaused';
import { words as drafts } from '../words';
import { words } from './words';

interface Props {
  id: string;
  forms: ClauseForms;
  part: ClausePart;
  /** That of the draft when the writing began. */
  revision: number;
  edit: Edit | undefined;
  change: (edit: Edit | undefined) => void;
  /** It was written; the draft has another revision now. */
  kept: (revision: number) => void;
}

/** One part of a programme: its words, its expression as it is checked, and what it rests on. */
export function PartForm({ id, forms, part, revision, edit, change, kept }: Props) {
  const w = useWords(words);
  const d = useWords(drafts);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const write = useWritePart(id);
  const names = useNames(id);
  const now = edit ?? editOf(part);
  const say = (more: Partial<Edit>) => change({ ...now, ...more });
  // Undone, or written: the editor begins anew with what the file says.
  const [begun, setBegun] = useState({ text: now.rule, count: 0 });
  const begin = (text: string) => setBegun(({ count }) => ({ text, count: count + 1 }));
  const paused = usePaused(edit) ?? editOf(part);
  const missing = blank(part, paused);
  const check = useCheckPart(id, changeOf(forms.path, part, paused, 0), missing.length === 0);
  const faults = missing.length === 0 ? (check.data?.faults ?? []) : [];
  const elsewhere = check.data?.elsewhere ?? [];
  const dirty = differs(part, edit);
  const help = (field: ClausePart['has'][number]) =>
    [
      ...(missing.includes(field) ? [field === 'CITES' ? w.blankBasis : w.blank] : []),
      ...faults.filter((fault) => fault.field === field).map((fault) => fault.message),
    ].join(' ');
  const item = (field: ClausePart['has'][number]) => ({
    ...(help(field) && { validateStatus: 'error' as const, help: help(field) }),
  });
  const keep = () =>
    write.mutate(changeOf(forms.path, part, now, revision), {
      onSuccess: (answer) => {
        kept(answer.revision);
        begin(now.rule);
        void message.success(d.valueWritten);
      },
    });
  const locked = !forms.writable;
  return (
    <Form layout="vertical" requiredMark={false} className="box part-form" onFinish={keep}>
      {write.isError && <ProblemAlert problem={write.error} />}
      {part.has.includes('TITLE') && (
        <Form.Item label={part.kind === 'LET' ? w.letTitle : w.question} htmlFor="part-title" {...item('TITLE')}>
          <Input.TextArea
            id="part-title"
            autoSize
            readOnly={locked}
            value={now.title}
            onChange={({ target }) => say({ title: target.value })}
          />
        </Form.Item>
      )}
      {part.has.includes('RULE') && (
        <Form.Item
          label={part.kind === 'CLAUSE' ? w.rule : w.formula}
          extra={!locked && w.expressionHelp}
          {...item('RULE')}
        >
          <Editor
            key={begun.count}
            expression
            text={begun.text}
            readOnly={locked}
            label={part.kind === 'CLAUSE' ? w.rule : w.formula}
            onChange={(rule) => say({ rule })}
            faults={faults
              .filter(({ field }) => field === 'RULE')
              .map(({ line, column, message: says }) => ({ path: forms.path, line, column, message: says }))}
            names={[...forms.lets, ...(names.data ?? [])]}
          />
        </Form.Item>
      )}
      <p className="part-words" aria-live="polite">
        {missing.length > 0 ? null : check.isError ? (
          <ProblemAlert problem={check.error} />
        ) : check.data === undefined ? (
          <StateTag tone="active">{d.checking}</StateTag>
        ) : (
          faults.length === 0 && (
            <>
              {elsewhere.length === 0 && <StateTag tone="settled">{d.noFaults}</StateTag>} {check.data.words}
            </>
          )
        )}
      </p>
      {part.has.includes('REFUSAL') && (
        <Form.Item label={w.refusal} htmlFor="part-refusal" extra={!locked && w.refusalHelp} {...item('REFUSAL')}>
          <Input.TextArea
            id="part-refusal"
            autoSize
            readOnly={locked}
            value={now.refusal}
            onChange={({ target }) => say({ refusal: target.value })}
          />
        </Form.Item>
      )}
      {part.has.includes('CITES') && (
        <Form.Item label={w.basis} {...item('CITES')}>
          <Cites forms={forms} cites={now.cites} change={(cites) => say({ cites })} />
        </Form.Item>
      )}
      {elsewhere.length > 0 && (
        <section aria-label={w.wrongElsewhere}>
          <h3>{w.wrongElsewhere}</h3>
          <Faults
            faults={elsewhere}
            choose={(fault) =>
              void navigate(`${fileAddress(id, fault.path)}&line=${fault.line}&column=${fault.column}`)
            }
          />
        </section>
      )}
      {!locked && (
        <div className="part-save">
          <Button
            disabled={!dirty}
            onClick={() => {
              change(undefined);
              begin(part.rule);
            }}
          >
            {w.undo}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            disabled={!dirty || blank(part, now).length > 0}
            loading={write.isPending}
          >
            {w.savePart}
          </Button>
        </div>
      )}
    </Form>
  );
}

interface CitesProps {
  forms: ClauseForms;
  cites: readonly string[];
  change: (cites: string[]) => void;
}

/** The documents that a part rests on, each with its article. */
function Cites({ forms, cites, change }: CitesProps) {
  const w = useWords(words);
  const d = useWords(drafts);
  const set = (at: number, cite: string) => change(cites.map((other, place) => (place === at ? cite : other)));
  return (
    <>
      {cites.map((cite, at) => (
        // A citation has no other name than its place.
        <div key={at} className="part-cite">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            disabled={!forms.writable}
            aria-label={w.basisDocument(at + 1)}
            popupMatchSelectWidth={false}
            value={sourceOf(cite) || null}
            placeholder={d.needed}
            options={forms.sources.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(source: string) => set(at, cited(source, articleOf(cite)))}
          />
          <Input
            readOnly={!forms.writable}
            aria-label={w.basisArticle(at + 1)}
            placeholder={w.article}
            value={articleOf(cite)}
            onChange={({ target }) => set(at, `${sourceOf(cite)}#${target.value}`)}
          />
          {forms.writable && (
            <Button
              type="text"
              aria-label={w.removeBasis(at + 1)}
              onClick={() => change(cites.filter((_, place) => place !== at))}
            >
              ✕
            </Button>
          )}
        </div>
      ))}
      {forms.writable && <Button onClick={() => change([...cites, ''])}>{w.addBasis}</Button>}
    </>
  );
}
