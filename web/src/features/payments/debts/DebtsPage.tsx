import { Link, useNavigate } from 'react-router';
import { DataTable, type Column } from '../../../ui/DataTable';
import { DateText } from '../../../ui/DateText';
import { Empty } from '../../../ui/Empty';
import { FilterChoice } from '../../../ui/Filters';
import { useWords } from '../../../ui/i18n';
import { Money } from '../../../ui/Money';
import { Page } from '../../../ui/Page';
import { StateTag } from '../../../ui/StateTag';
import { useIsPhone } from '../../../ui/useIsPhone';
import { useList } from '../../../ui/useList';
import { DESK_ROWS, PHONE_ROWS } from '../pieces';
import { loadDebts, useCounties, type Debt } from '../queries';
import { words as shared } from '../words';
import { words } from './words';

const payments = (debt: Debt) => `/households/${debt.household}/payments`;

/** What is still owed to a county, the most first, also by those who live elsewhere now. */
export function Component() {
  const w = useWords(words);
  const { title, ledger, county: countyLabel, debtList } = useWords(shared);
  const phone = useIsPhone();
  const navigate = useNavigate();
  const list = useList();
  const counties = useCounties();
  const county = list.filters['county'] ?? counties.data?.[0]?.code;
  const columns: readonly Column<Debt>[] = [
    {
      key: 'name',
      title: w.debtBy,
      render: (row) => (
        <>
          <Link to={payments(row)}>{row.name}</Link>{' '}
          {row.movedAway && <StateTag tone="neutral">{w.movedAway}</StateTag>}
        </>
      ),
    },
    { key: 'programme', title: w.debtOf, render: (row) => row.programmeTitle },
    { key: 'owed', title: w.owed, align: 'right', render: (row) => <Money fen={row.owedFen} bare /> },
    { key: 'waiting', title: w.owedWaiting, align: 'right', render: (row) => <Money fen={row.waitingFen} bare /> },
    { key: 'since', title: w.debtSince, render: (row) => row.since && <DateText date={row.since} /> },
  ];
  return (
    <Page
      title={debtList}
      trail={[
        { title, to: '/payments' },
        { title: ledger, to: '/payments/ledger' },
      ]}
    >
      <p className="secondary">{w.debtsNote}</p>
      {county === undefined ? (
        counties.isSuccess && <Empty title={w.noDebts} />
      ) : (
        <DataTable
          queryKey={['payments', 'debts', 'county', county]}
          load={(query) => loadDebts(county, query)}
          columns={columns}
          rowKey={(row) => row.programme + row.recipient}
          label={debtList}
          size={phone ? PHONE_ROWS : DESK_ROWS}
          onOpen={(row) => void navigate(payments(row))}
          filters={(shown) =>
            (counties.data?.length ?? 0) > 1 && (
              <FilterChoice
                list={shown}
                name="county"
                label={countyLabel}
                options={(counties.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              />
            )
          }
          empty={<Empty title={w.noDebts} />}
        />
      )}
    </Page>
  );
}
