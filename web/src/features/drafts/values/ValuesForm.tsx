import { App, Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Problem } from '../../../api/problem';
import { readDay } from '../../../ui/day';
import { DayInput } from '../../../ui/DayInput';
import { useDayRules } from '../../../ui/dayRules';
import { useWords } from '../../../ui/i18n';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Refused } from '../../../ui/Refused';
import { useTextRules } from '../../../ui/textRules';
import { Unsaved } from '../../../ui/Unsaved';
import { changed, readValue, typedValue, type Bulk } from './bulk';
import { BulkBox } from './BulkBox';
import { PasteBox } from './PasteBox';
import { useWriteValues, type ValueRow, type ValueTable } from '../queries';
import { ValueRows, type Edit } from './ValueRows';
import { words as drafts } from '../words';
import { words } from './words';

const TITLE_MAX = 120;
const NUMBER_MAX = 60;
const NOTE_MAX = 500;

interface Fields {
  from: string;
  documentTitle: string;
  documentNumber: string;
  documentDate: string;
  note?: string;
}

type Edits = Readonly<Record<string, Edit>>;

/** Whether an edit says something else than the draft does. */
const says = (row: ValueRow, edit: Edit | undefined): boolean =>
  edit !== undefined && (edit.ends || (edit.value.trim() !== '' && edit.value.trim() !== row.drafted?.value));

const without = <Value,>(all: Readonly<Record<string, Value>>, left: string): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(all).filter(([area]) => area !== left));

/** What the server refused, by area. */
function refusals(problem: unknown, sent: readonly string[]): Record<string, string> {
  const parts = problem instanceof Problem ? problem.parts : [];
  return Object.fromEntries(
    parts.flatMap(({ pointer, detail }) => {
      const row = /^\/rows\/(\d+)\//.exec(pointer)?.[1];
      const area = row === undefined ? undefined : sent[Number(row)];
      return area === undefined ? [] : [[area, detail]];
    }),
  );
}

interface Props {
  id: string;
  table: ValueTable;
  /** Asks for the values of another day. */
  setDay: (day: string) => void;
}

/** All areas of a parameter in one table, with one document for what is changed in it. */
export function ValuesForm({ id, table, setDay }: Props) {
  const w = useWords(words);
  const d = useWords(drafts);
  const { message } = App.useApp();
  const write = useWriteValues(id, table.parameter);
  const text = useTextRules();
  const day = useDayRules({ required: true });
  const [form] = Form.useForm<Fields>();
  const [edits, setEdits] = useState<Edits>({});
  const [all, setAll] = useState(false);
  const [named, setNamed] = useState('');
  const [pasting, setPasting] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const shown = table.rows.filter(
    (row) => (all || row.own || edits[row.areaCode] !== undefined) && row.areaPath.includes(named.trim()),
  );
  const differing = table.rows.filter((row) => says(row, edits[row.areaCode]));
  const unreadable = differing.filter(({ areaCode }) => {
    const edit = edits[areaCode];
    return edit && !edit.ends && readValue(edit.value, table.money) === undefined;
  });

  const edit = (areaCode: string, to: Edit | undefined) => {
    setRefused((before) => without(before, areaCode));
    setEdits((before) => (to ? { ...before, [areaCode]: to } : without(before, areaCode)));
  };
  const take = (values: ReadonlyMap<string, string>) => {
    setRefused({});
    setEdits((before) => ({
      ...before,
      ...Object.fromEntries([...values].map(([area, value]) => [area, { value, ends: false }])),
    }));
  };
  const apply = (bulk: Bulk) => {
    const made = new Map<string, string>();
    shown.forEach((row) => {
      const after = changed(bulk, readValue(row.drafted?.value ?? '', table.money));
      if (after !== undefined) {
        made.set(row.areaCode, typedValue(after, table.money));
      }
    });
    take(made);
    void message.info(w.bulkDone(made.size, shown.length - made.size));
  };
  const submit = (fields: Fields) => {
    const rows = differing.map(({ areaCode }) => ({
      areaCode,
      value: edits[areaCode]?.ends ? '' : (edits[areaCode]?.value.trim() ?? ''),
      ends: edits[areaCode]?.ends ?? false,
    }));
    write.mutate(
      { ...fields, note: fields.note ?? '', revision: table.revision, rows },
      {
        onSuccess: () => {
          setEdits({});
          setRefused({});
          void message.success(w.valuesWritten(rows.length));
        },
        onError: (problem) =>
          setRefused(
            refusals(
              problem,
              rows.map(({ areaCode }) => areaCode),
            ),
          ),
      },
    );
  };
  const ofRows =
    write.error instanceof Problem && write.error.parts.some(({ pointer }) => pointer.startsWith('/rows/'));
  return (
    <>
      <Unsaved when={differing.length > 0} of="parameter" />
      {table.writable && (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={submit}
          className="box"
          onValuesChange={({ from }: Partial<Fields>) => {
            if (from !== undefined && readDay(from) === from) {
              setDay(from);
            }
          }}
        >
          {!ofRows && <Refused problem={write.error} />}
          <div className="draft-document">
            <Form.Item name="from" label={d.valueFrom} extra={d.valueFromHelp} {...day}>
              <DayInput />
            </Form.Item>
            <Form.Item name="documentTitle" label={d.documentTitle} rules={text(TITLE_MAX, true)}>
              <Input />
            </Form.Item>
            <Form.Item name="documentNumber" label={d.documentNumber} rules={text(NUMBER_MAX, true)}>
              <Input />
            </Form.Item>
            <Form.Item name="documentDate" label={d.documentDate} {...day}>
              <DayInput />
            </Form.Item>
            <Form.Item name="note" label={d.note} rules={text(NOTE_MAX)}>
              <Input />
            </Form.Item>
          </div>
        </Form>
      )}
      <section aria-label={table.label}>
        <h2>
          {table.label} <span className="page-note secondary">{w.valuesOn(table.unit, table.on)}</span>
        </h2>
        <div className="value-filters">
          <Segmented
            aria-label={w.areasShown}
            value={all ? 'all' : 'own'}
            onChange={(which) => setAll(which === 'all')}
            options={[
              { value: 'own', label: w.areasOwn },
              { value: 'all', label: w.areasAll },
            ]}
          />
          <Input
            aria-label={w.areaNamed}
            placeholder={w.areaNamed}
            allowClear
            value={named}
            onChange={({ target }) => setNamed(target.value)}
          />
          {table.writable && <Button onClick={() => setPasting(true)}>{w.paste}</Button>}
        </div>
        {table.writable && <BulkBox money={table.money} unit={table.unit} count={shown.length} apply={apply} />}
        <ValueRows table={table} rows={shown} edits={edits} refused={refused} edit={edit} take={take} />
      </section>
      {table.writable && (
        <div className="value-save" role="group" aria-label={d.writeValue}>
          {ofRows && write.error instanceof Problem && (
            <ProblemAlert problem={new Problem(write.error.status, write.error.code, '', write.error.detail)} />
          )}
          <span aria-live="polite" className={unreadable.length > 0 ? 'text-red' : 'secondary'}>
            {unreadable.length > 0 ? w.cellsWrong(unreadable.length) : w.cellsChanged(differing.length)}
          </span>
          <Button disabled={differing.length === 0} onClick={() => setEdits({})}>
            {w.undoAll}
          </Button>
          <Button
            type="primary"
            disabled={differing.length === 0 || unreadable.length > 0}
            loading={write.isPending}
            onClick={() => form.submit()}
          >
            {d.writeValue}
          </Button>
        </div>
      )}
      {pasting && (
        <PasteBox
          places={table.rows}
          money={table.money}
          unit={table.unit}
          take={take}
          close={() => setPasting(false)}
        />
      )}
    </>
  );
}
