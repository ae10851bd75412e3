import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable';
import { Empty } from '../../ui/Empty';
import { FilterChoice, FilterText } from '../../ui/Filters';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { useIsPhone } from '../../ui/useIsPhone';
import { useList } from '../../ui/useList';
import { DESK_ROWS, PHONE_ROWS, Reasons, Remedy, Result } from './pieces';
import { loadRecipients, recipientsKey, rosterUrl, type Recipient, type Run, type Sum, type Sums } from './queries';
import { RecipientDetail } from './RecipientDetail';
import { words } from './words';

const options = (sums: readonly Sum[] | undefined) =>
  (sums ?? []).map(({ key, title }) => ({ value: key, label: title }));
/** Of a failed payment always; of one that repeats it, while it is looked through, that it goes to the same account. */
const tellsRemedy = ({ state, failed }: Recipient) =>
  state === 'FAILED' || (state === 'PREVIEW' && failed?.remedy === 'STATED');
const keyOf = (row: Recipient) => `${row.programme}/${row.recipient}`;

/** Whom a run pays, person by person. */
export function Recipients({ run, sums }: { run: Run; sums: Sums | undefined }) {
  const w = useWords(words);
  const phone = useIsPhone();
  const start = useRef<HTMLDivElement>(null);
  const { filters } = useList();
  // The counts above lead here: whoever follows one is shown the rows, not the sums again.
  const chosen = sums && ['reason', 'programme', 'area', 'state', 'held'].map((name) => filters[name] ?? '').join();
  useEffect(() => {
    if (chosen?.replaceAll(',', '')) {
      start.current?.scrollIntoView();
    }
  }, [chosen]);
  const columns: readonly Column<Recipient>[] = [
    {
      key: 'name',
      title: w.name,
      render: (row) => (
        <>
          <strong>{row.name || row.householdNumber}</strong> · {row.areaPath}
        </>
      ),
    },
    { key: 'programme', title: w.programme, secondary: true, render: (row) => row.programmeTitle },
    { key: 'reasons', title: w.months, render: (row) => <Reasons lines={row.lines} /> },
    {
      key: 'lines',
      title: w.lines,
      align: 'right',
      secondary: true,
      render: (row) => <Money fen={row.linesFen} bare />,
    },
    {
      key: 'owed',
      title: w.collected,
      align: 'right',
      secondary: true,
      render: (row) => (row.collectedFen > 0 ? <Money fen={-row.collectedFen} bare /> : ''),
    },
    {
      key: 'carried',
      title: w.carried,
      align: 'right',
      secondary: true,
      render: (row) => (row.carriedFen > 0 ? <Money fen={row.carriedFen} bare /> : ''),
    },
    { key: 'pay', title: w.toPay, align: 'right', render: (row) => <Money fen={row.payFen} bare /> },
    {
      key: 'result',
      title: w.result,
      render: (row) => (
        <>
          <Result recipient={row} />
          {row.failed && tellsRemedy(row) && (
            <div>
              <Remedy remedy={row.failed.remedy} />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'account',
      title: w.account,
      secondary: true,
      render: (row) => row.accountTail && `…${row.accountTail}`,
    },
  ];
  return (
    <div className="payment-list-start" ref={start}>
      {filters['state'] === 'FAILED' && <p>{w.failedNote}</p>}
      {(filters['state'] === 'HELD' || filters['held']) && <p>{w.heldNote}</p>}
      <DataTable
        queryKey={[...recipientsKey(run.id), run.state]}
        load={(query) => loadRecipients(run.id, query)}
        columns={columns}
        rowKey={keyOf}
        label={w.recipients}
        size={phone ? PHONE_ROWS : DESK_ROWS}
        exportPath={`/api/payments/runs/${run.id}/recipients/export`}
        empty={<Empty title={w.noRecipients} />}
        filters={(list) => (
          <>
            <FilterText list={list} name="q" label={w.search} />
            <FilterChoice list={list} name="reason" label={w.reason} options={options(sums?.reasons)} />
            <FilterChoice list={list} name="programme" label={w.programme} options={options(sums?.programmes)} />
            <FilterChoice list={list} name="area" label={w.township} options={options(sums?.townships)} />
            <FilterChoice list={list} name="state" label={w.result} options={options(sums?.states)} />
            {(sums?.held ?? []).length > 0 && (
              <FilterChoice list={list} name="held" label={w.heldWhy} options={options(sums?.held)} />
            )}
            {list.filters['area'] && (
              <Button
                href={rosterUrl(run.id, list.filters['area'], list.filters['programme'] ?? '')}
                target="_blank"
                rel="noreferrer"
              >
                {w.roster}
              </Button>
            )}
          </>
        )}
        panel={{
          title: (_, row) => row?.name ?? '',
          content: (_, row) =>
            row ? (
              <>
                <RecipientDetail recipient={row} />
                <p>
                  <Link to={`/households/${row.household}`}>{w.household}</Link>
                  {' · '}
                  <Link to={`/households/${row.household}/payments`}>{w.householdPayments}</Link>
                  {' · '}
                  <a href={rosterUrl(run.id, row.area, row.programme)} target="_blank" rel="noreferrer">
                    {w.roster}
                  </a>
                </p>
              </>
            ) : null,
        }}
      />
    </div>
  );
}
