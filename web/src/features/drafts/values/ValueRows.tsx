import { Button, Input } from 'antd';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { signs, useWords } from '../../../ui/i18n';
import { StateTag } from '../../../ui/StateTag';
import { pasted, readValue, typedValue } from './bulk';
import type { AreaValue, ValueRow, ValueTable } from '../queries';
import { words as drafts } from '../words';
import { words } from './words';

/** What somebody wants of an area: another value, or none of its own any more. */
export interface Edit {
  value: string;
  ends: boolean;
}

interface Props {
  table: ValueTable;
  rows: readonly ValueRow[];
  edits: Readonly<Record<string, Edit>>;
  /** What the server said of an area. */
  refused: Readonly<Record<string, string>>;
  edit: (areaCode: string, to: Edit | undefined) => void;
  /** Values by area out of a spreadsheet. */
  take: (values: ReadonlyMap<string, string>) => void;
}

/** Thousands apart: 12345.5 → 12,345.5. */
const grouped = (value: string) =>
  value.replace(/\B(?=(\d{3})+(?!\d))/g, ',').replace(/\.(.*)/, (all) => all.replaceAll(',', ''));

/** Up, down and Enter go to the cell above or below. */
function onKey(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  const cells = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[data-cell]')];
  const at = cells.findIndex((cell) => cell === document.activeElement);
  const next = step === undefined || at < 0 ? undefined : cells[at + step];
  if (next) {
    next.focus();
    next.select();
    event.preventDefault();
  }
}

/** The areas with what holds, what the draft says, and a cell for what it is to say. */
export function ValueRows({ table, rows, edits, refused, edit, take }: Props) {
  const w = useWords(words);
  const d = useWords(drafts);
  if (rows.length === 0) {
    return <p className="secondary">{w.noAreas}</p>;
  }
  return (
    <table className="value-table" aria-label={table.label} onKeyDown={onKey}>
      <thead>
        <tr>
          <th scope="col">{d.area}</th>
          <th scope="col">{w.inForce}</th>
          <th scope="col">{w.inDraft}</th>
          {table.writable && <th scope="col">{w.newValue(table.unit)}</th>}
          {table.writable && <th scope="col">{w.actions}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Row
            key={row.areaCode}
            row={row}
            around={table.rows.find(({ areaCode }) => areaCode === row.around && row.level !== 'PREFECTURE')?.areaName}
            table={table}
            edit={edits[row.areaCode]}
            refused={refused[row.areaCode]}
            change={(to) => edit(row.areaCode, to)}
            paste={(event) => {
              const text = event.clipboardData.getData('text/plain').replace(/(\r?\n)+$/, '');
              if (!/[\t\n]/.test(text)) {
                return;
              }
              event.preventDefault();
              take(text.includes('\t') ? pasted(text, table.rows, table.money).values : below(text, rows.slice(at)));
            }}
          />
        ))}
      </tbody>
    </table>
  );
}

/** A column of values, from a row downwards. */
function below(text: string, rows: readonly ValueRow[]): Map<string, string> {
  const values = text.split(/\r?\n/);
  return new Map(
    rows.slice(0, values.length).flatMap(({ areaCode }, at): [string, string][] => {
      const value = values[at]?.trim() ?? '';
      return value === '' ? [] : [[areaCode, value]];
    }),
  );
}

interface RowProps {
  row: ValueRow;
  /** The name of the area around it; two counties may be called the same. */
  around: string | undefined;
  table: ValueTable;
  edit: Edit | undefined;
  refused: string | undefined;
  change: (to: Edit | undefined) => void;
  paste: (event: ClipboardEvent<HTMLInputElement>) => void;
}

function Row({ row, around, table, edit, refused, change, paste }: RowProps) {
  const w = useWords(words);
  const typed = edit?.value.trim() ?? '';
  const value = readValue(typed, table.money);
  const fault = refused ?? (typed !== '' && value === undefined ? (table.money ? w.noYuan : w.noWhole) : undefined);
  const note = `value-note-${row.areaCode}`;
  const old = readValue(row.drafted?.value ?? '', table.money);
  const more = value !== undefined && old !== undefined ? value - old : 0;
  return (
    <tr className={[fault && 'value-wrong', edit && 'value-edited'].filter(Boolean).join(' ')}>
      <th scope="row" title={row.areaPath}>
        {row.areaName}
        {around && <div className="secondary">{around}</div>}
      </th>
      <td data-label={w.inForce}>
        <Said value={row.inForce ?? undefined} />
      </td>
      <td data-label={w.inDraft}>
        {row.changed && <StateTag tone="active">{w.draftChanged}</StateTag>}{' '}
        {row.changed ? (
          row.drafted ? (
            <Said value={row.drafted} />
          ) : (
            w.endedInDraft
          )
        ) : (
          <span className="secondary">{row.drafted ? w.asInForce : w.followsAround(grouped(row.holding))}</span>
        )}
        {row.next && <div className="secondary">{w.nextValue(row.next.from ?? '', grouped(row.next.value))}</div>}
      </td>
      {table.writable && (
        <td data-label={w.newValue(table.unit)}>
          {edit?.ends ? (
            <span className="secondary">{w.willEnd}</span>
          ) : (
            <Input
              data-cell
              className="figures"
              inputMode="decimal"
              autoComplete="off"
              aria-label={w.valueOf(row.areaPath)}
              aria-invalid={fault !== undefined}
              aria-describedby={note}
              {...(fault !== undefined && { status: 'error' as const })}
              value={edit?.value ?? ''}
              placeholder={row.drafted?.value ?? ''}
              onChange={({ target }) => change(target.value === '' ? undefined : { value: target.value, ends: false })}
              onPaste={paste}
            />
          )}
          <div id={note} className={fault ? 'field-fault' : 'secondary figures'}>
            {fault ?? (refused === undefined && more !== 0 && sign(more, table.money))}
          </div>
        </td>
      )}
      {table.writable && (
        <td>
          {edit ? (
            <Button type="text" size="small" onClick={() => change(undefined)}>
              {w.undo}
              <span className="heard">{row.areaPath}</span>
            </Button>
          ) : (
            row.drafted &&
            row.around !== '' && (
              <Button type="text" size="small" onClick={() => change({ value: '', ends: true })}>
                {w.end}
                <span className="heard">{row.areaPath}</span>
              </Button>
            )
          )}
        </td>
      )}
    </tr>
  );
}

const sign = (more: number, money: boolean) => `${more > 0 ? '+' : '−'}${grouped(typedValue(Math.abs(more), money))}`;

/** A value with its days and its document. */
function Said({ value }: { value: AreaValue | undefined }) {
  const w = useWords(words);
  if (!value) {
    return <span className="secondary">{w.noneOwn}</span>;
  }
  const days = w.days(value.from ?? '', value.to ?? '');
  return (
    <>
      <strong className="figures">{value.value === '' ? w.unknownValue : grouped(value.value)}</strong>
      <div className="secondary">{[days, value.document || value.note].filter(Boolean).join(signs().comma)}</div>
    </>
  );
}
