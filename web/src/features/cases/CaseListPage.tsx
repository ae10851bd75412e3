import { useNavigate } from 'react-router';
import { useCan } from '../../api/session';
import { AreaPicker } from '../../ui/AreaPicker';
import { DataTable } from '../../ui/DataTable';
import { DateText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { FilterChoice, FilterText } from '../../ui/Filters';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { StateTag } from '../../ui/StateTag';
import { caseColumns, DueCell } from './CaseColumns';
import { loadCases, type CaseLine } from './queries';
import { words } from './words';

/** All cases of one's area. */
export function Component() {
  const w = useWords(words);
  const navigate = useNavigate();
  const mayApply = useCan('case.apply');
  const standings = [
    { value: 'open', label: w.open },
    { value: 'drawn', label: w.drawn },
    { value: 'closed', label: w.closed },
  ];
  const columns = [
    ...caseColumns(w).filter(({ key }) => key !== 'since'),
    {
      key: 'due',
      title: w.due,
      render: (line: CaseLine) => (line.closedOn || !line.actor ? '' : <DueCell line={line} w={w} />),
    },
    { key: 'appliedOn', title: w.appliedOn, render: (line: CaseLine) => <DateText date={line.appliedOn} /> },
    {
      key: 'standing',
      title: w.standing,
      render: (line: CaseLine) =>
        line.closedOn ? (
          <StateTag tone="neutral">{w.closed}</StateTag>
        ) : line.actor ? (
          <StateTag tone="active">{w.open}</StateTag>
        ) : (
          <StateTag tone="settled">{w.drawn}</StateTag>
        ),
    },
  ];
  return (
    <Page title={w.cases}>
      <DataTable
        queryKey={['cases', 'list']}
        load={loadCases}
        columns={columns}
        rowKey={(line) => line.id}
        label={w.cases}
        filters={(list) => (
          <>
            <FilterChoice list={list} name="standing" label={w.standing} options={standings} />
            <AreaPicker value={list.filters['area']} onChange={(area) => list.filter('area', area)} />
            <FilterText list={list} name="q" label={w.search} />
          </>
        )}
        empty={<Empty title={w.noCases}>{mayApply ? w.noCasesNote : w.noCasesRead}</Empty>}
        onOpen={(line) => void navigate(`/cases/${line.id}`)}
      />
    </Page>
  );
}
