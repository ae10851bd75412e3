import { CloseOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { Button, Table, type TableColumnType } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Rows } from '../api/client';
import { Empty } from './Empty';
import { ExportButton } from './ExportButton';
import { formatCount } from './format';
import { useWords } from './i18n';
import { ProblemAlert } from './ProblemAlert';
import { useIsPhone } from './useIsPhone';
import { useList, type List } from './useList';
import { Skeleton } from './Waiting';
import { words } from './words';

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** Amounts and counts stand on the right. */
  align?: 'left' | 'right';
  width?: number;
  /** The server can sort by it, under this key. */
  sortable?: boolean;
  /** On a phone a card says it so in one line with others, instead of in a row of its own with a heading. */
  brief?: (row: Row) => ReactNode;
  /** Left out where there is little room: beside the side panel and on a phone. */
  secondary?: boolean;
}

/** What the server is asked for. */
export interface ListQuery {
  filters: Readonly<Record<string, string>>;
  sort?: string;
  /** From 1. */
  page: number;
  size: number;
  /** How many rows come before this page. */
  offset: number;
}

/** Cards are taller than rows, and a thumb scrolls. */
const ON_PHONE_MAX = 20;

interface Props<Row> {
  /** Names the list for the cache; the filters are added. */
  queryKey: QueryKey;
  load: (query: ListQuery) => Promise<Rows<Row>>;
  /** The first column is what a row is about, and a card's title on a phone. */
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** What the list is, for those who hear the page. */
  label: string;
  /** Controls that set filters: FilterChoice, FilterText or one's own with `list.filter(name, value)`. */
  filters?: (list: List) => ReactNode;
  /** Shown when there is nothing although nothing is filtered. */
  empty: ReactNode;
  /** The item in the side panel, which leaves the list where it is. */
  panel?: {
    title: (key: string, row: Row | undefined) => ReactNode;
    content: (key: string, row: Row | undefined) => ReactNode;
  };
  /** Where there is no panel: what Enter and a click do. */
  onOpen?: (row: Row) => void;
  size?: number;
  /** The endpoint that gives the whole list as a workbook; it knows the filters by the names they have here. */
  exportPath?: string;
}

/** Moves the focus between rows; true when the key was one of those. */
function moveFocus(event: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const step = steps[event.key];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) {
    return undefined;
  }
  const to =
    step !== undefined
      ? rows[at + step]
      : event.key === 'Home'
        ? rows[0]
        : event.key === 'End'
          ? rows.at(-1)
          : undefined;
  if (to) {
    event.preventDefault();
    to.focus();
  }
  return to;
}

/** A list of the server's: pages, filters in the address, keyboard rows, side panel; cards on a phone. */
export function DataTable<Row>({
  queryKey,
  load,
  columns,
  rowKey,
  label,
  filters,
  empty,
  panel,
  onOpen,
  size: sizeOnDesktop = 50,
  exportPath,
}: Props<Row>) {
  const w = useWords(words);
  const phone = useIsPhone();
  const size = phone ? Math.min(sizeOnDesktop, ON_PHONE_MAX) : sizeOnDesktop;
  const list = useList();
  const body = useRef<HTMLDivElement>(null);
  const asked: ListQuery = {
    filters: list.filters,
    page: list.page,
    size,
    offset: (list.page - 1) * size,
    ...(list.sort && { sort: list.sort }),
  };
  const query = useQuery({
    queryKey: [...queryKey, asked],
    queryFn: () => load(asked),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.rows ?? [];
  const opened = panel ? list.open : undefined;
  const openRow = (row: Row) => (panel ? list.show(rowKey(row)) : onOpen?.(row));
  const opens = panel !== undefined || onOpen !== undefined;
  const close = () => {
    list.show(undefined);
    body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(opened ?? '')}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = (document.activeElement as HTMLElement | null)?.dataset['row'];
    const row = rows.find((candidate) => rowKey(candidate) === at);
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      openRow(row);
    } else if (event.key === 'Escape' && opened !== undefined) {
      close();
    } else {
      const to = moveFocus(event)?.dataset['row'];
      // With the panel open the arrows leaf through the items.
      if (to !== undefined && opened !== undefined) {
        list.show(to);
      }
    }
  };
  const reachable = rows.some((row) => rowKey(row) === opened) ? opened : rows[0] && rowKey(rows[0]);
  const rowProps = (row: Row) => ({
    'data-row': rowKey(row),
    tabIndex: rowKey(row) === reachable ? 0 : -1,
    'aria-selected': rowKey(row) === opened,
    className: `${opens ? 'row-opens' : ''} ${rowKey(row) === opened ? 'row-open' : ''}`,
    onClick: (event: { target: EventTarget }) => {
      // Links and buttons inside a row keep their own meaning.
      if (!(event.target as HTMLElement).closest('a, button, input, label')) {
        openRow(row);
      }
    },
  });

  const filtered = Object.keys(list.filters).length > 0;
  const isEmpty = query.data !== undefined && rows.length === 0;
  return (
    <div className={opened !== undefined ? 'list list-with-panel' : 'list'}>
      <section className="list-main" aria-label={label}>
        {filters && (
          <div className="list-filters">
            {filters(list)}
            {filtered && (
              <Button type="link" onClick={list.clear}>
                {w.clear}
              </Button>
            )}
          </div>
        )}
        {query.isError && <ProblemAlert problem={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <Skeleton lines={8} />}
        {isEmpty && (filtered ? <Empty title={w.noRows}>{w.noRowsFiltered}</Empty> : empty)}
        {rows.length > 0 && (
          <div
            ref={body}
            onKeyDown={onKeyDown}
            aria-busy={query.isFetching}
            className={query.isPlaceholderData ? 'stale' : ''}
          >
            {phone ? (
              <Cards rows={rows} columns={columns} rowKey={rowKey} rowProps={rowProps} />
            ) : (
              <Table<Row>
                size="middle"
                columns={columns
                  .filter((c) => opened === undefined || !c.secondary)
                  .map((c) => antdColumn(c, list.sort))}
                dataSource={rows}
                rowKey={rowKey}
                onRow={rowProps}
                pagination={false}
                scroll={{ x: 'max-content' }}
                showSorterTooltip={false}
                onChange={(_, __, sorter) => {
                  if (!Array.isArray(sorter)) {
                    const key = String(sorter.columnKey);
                    list.sortBy(sorter.order === 'ascend' ? key : sorter.order === 'descend' ? `-${key}` : undefined);
                  }
                }}
              />
            )}
            <Pager
              list={list}
              total={query.data?.total ?? 0}
              more={query.data?.more ?? false}
              size={size}
              hint={opens && !phone}
            >
              {exportPath && <ExportButton path={exportPath} filters={list.filters} />}
            </Pager>
          </div>
        )}
      </section>
      {panel && opened !== undefined && (
        <Panel
          title={panel.title(
            opened,
            rows.find((row) => rowKey(row) === opened),
          )}
          close={close}
        >
          {panel.content(
            opened,
            rows.find((row) => rowKey(row) === opened),
          )}
        </Panel>
      )}
    </div>
  );
}

function antdColumn<Row>(column: Column<Row>, sort: string | undefined): TableColumnType<Row> {
  return {
    key: column.key,
    title: column.title,
    render: (_, row) => column.render(row),
    ...(column.align && { align: column.align }),
    ...(column.width !== undefined && { width: column.width }),
    ...(column.sortable && {
      sorter: true,
      sortOrder: sort === column.key ? 'ascend' : sort === `-${column.key}` ? 'descend' : null,
    }),
  };
}

interface CardsProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowProps: (row: Row) => object;
}

function Cards<Row>({ rows, columns, rowKey, rowProps }: CardsProps<Row>) {
  const [about, ...further] = columns.filter((column) => !column.secondary);
  const brief = further.filter((column) => column.brief);
  const others = further.filter((column) => !column.brief);
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)} {...rowProps(row)}>
          <div className="card-title">{about?.render(row)}</div>
          {brief.length > 0 && (
            <div className="card-brief secondary">
              {brief.map((column) => (
                <span key={column.key}>{column.brief?.(row)}</span>
              ))}
            </div>
          )}
          {others.length > 0 && (
            <dl>
              {others.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

interface PagerProps {
  list: List;
  total: number;
  /** Whether there are more than were counted. */
  more: boolean;
  size: number;
  hint: boolean;
  children: ReactNode;
}

function Pager({ list, total, more, size, hint, children }: PagerProps) {
  const w = useWords(words);
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <div className="pager">
      <span>{more ? w.moreRows(formatCount(total)) : w.rows(formatCount(total))}</span>
      {children}
      {hint && <span className="secondary pager-keys">{w.keys}</span>}
      {pages > 1 && (
        <span className="pager-pages">
          <Button size="small" disabled={list.page <= 1} onClick={() => list.turnTo(list.page - 1)}>
            {w.previous}
          </Button>
          <span>{w.pageOf(formatCount(list.page), formatCount(pages))}</span>
          <Button size="small" disabled={list.page >= pages} onClick={() => list.turnTo(list.page + 1)}>
            {w.next}
          </Button>
        </span>
      )}
    </div>
  );
}

function Panel({ title, close, children }: { title: ReactNode; close: () => void; children: ReactNode }) {
  const w = useWords(words);
  const phone = useIsPhone();
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the panel covers the list; on a desktop the focus stays in it, so that the arrows go on leafing.
    if (phone) {
      aside.current?.focus();
    }
  }, [phone]);
  return (
    <aside
      ref={aside}
      className="panel"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          close();
        }
      }}
    >
      <header className="panel-head">
        <h2>{title}</h2>
        <Button type="text" icon={<CloseOutlined />} title={w.close} aria-label={w.close} onClick={close} />
      </header>
      <div className="panel-body">{children}</div>
    </aside>
  );
}
