import { Link, useParams, useSearchParams } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable';
import { Empty } from '../../ui/Empty';
import { DateText } from '../../ui/DateText';
import { FilterChoice } from '../../ui/Filters';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Page } from '../../ui/Page';
import { useIsPhone } from '../../ui/useIsPhone';
import { DESK_ROWS, PHONE_ROWS } from './pieces';
import { loadTransfers, useMovements, type Transfer } from './queries';
import { words } from './words';

/** An account: every transfer that moved it, by run. */
export function Component() {
  const w = useWords(words);
  const phone = useIsPhone();
  const { account = '' } = useParams();
  const [search] = useSearchParams();
  const id = Number(account);
  const movements = useMovements(id).data ?? [];
  const signed = (transfer: Transfer) => (transfer.debitAccount === id ? transfer.amountFen : -transfer.amountFen);
  const columns: readonly Column<Transfer>[] = [
    { key: 'name', title: w.whom, render: (row) => row.name },
    {
      key: 'code',
      title: w.kind,
      render: (row) =>
        `${row.code === 'RECOVERY' ? w.codeRECOVERY : w[row.code as 'GRANT']} · ${w[row.kind as 'POST']}`,
    },
    { key: 'month', title: w.forMonth, render: (row) => row.month ?? '' },
    { key: 'side', title: `${w.debit}/${w.credit}`, render: (row) => (row.debitAccount === id ? w.debit : w.credit) },
    { key: 'amount', title: w.amount, align: 'right', render: (row) => <Money fen={signed(row)} bare /> },
    { key: 'date', title: w.date, render: (row) => <DateText date={row.createdOn} /> },
    {
      key: 'run',
      title: w.title,
      secondary: true,
      render: (row) => {
        if (!row.run) {
          return '';
        }
        const run = movements.find((movement) => movement.run === row.run);
        return <Link to={`/payments/runs/${row.run}`}>{run ? w.run(run.month, run.number) : w.title}</Link>;
      },
    },
  ];
  return (
    <Page
      title={search.get('title') ?? w.accountTitle}
      trail={[
        { title: w.title, to: '/payments' },
        { title: w.ledger, to: '/payments/ledger' },
      ]}
    >
      <DataTable
        queryKey={['payments', 'transfers', id]}
        load={(query) => loadTransfers(id, query)}
        columns={columns}
        rowKey={(row) => row.id}
        label={w.transfers}
        size={phone ? PHONE_ROWS : DESK_ROWS}
        filters={(list) => (
          <FilterChoice
            list={list}
            name="run"
            label={w.movements}
            options={movements.map((movement) => ({
              value: movement.run,
              label: w.run(movement.month, movement.number),
            }))}
          />
        )}
        empty={<Empty title={w.noTransfers} />}
      />
    </Page>
  );
}
