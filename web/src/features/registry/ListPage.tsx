import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/session';
import { AreaPicker } from '../../ui/AreaPicker';
import { DataTable } from '../../ui/DataTable';
import { Empty } from '../../ui/Empty';
import { FilterText } from '../../ui/Filters';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { loadHouseholds } from './queries';
import { words } from './words';

/** Households of the user's area, found by what is typed. */
export function Component() {
  const w = useWords(words);
  const navigate = useNavigate();
  const canWrite = useCan('registry.write');
  const canImport = useCan('registry.import');
  const canMerge = useCan('registry.merge');
  const filling = canWrite && canImport ? w.noneNote : canImport ? w.noneImport : canWrite ? w.noneWrite : w.noneRead;
  return (
    <Page
      title={w.households}
      extra={
        <>
          {canMerge && <Button onClick={() => void navigate('/duplicates')}>{w.duplicates}</Button>}
          {canImport && <Button onClick={() => void navigate('/imports')}>{w.imports}</Button>}
        </>
      }
      action={
        canWrite && (
          <Button type="primary" onClick={() => void navigate('/households/new')}>
            {w.register}
          </Button>
        )
      }
    >
      <DataTable
        queryKey={['registry', 'households']}
        load={loadHouseholds}
        rowKey={(row) => row.id}
        label={w.households}
        exportPath="/api/households/export"
        columns={[
          { key: 'head', title: w.head, render: (row) => <strong>{row.headName || row.number}</strong> },
          {
            key: 'members',
            title: w.members,
            align: 'right',
            width: 70,
            render: (row) => row.memberCount,
            brief: (row) => w.persons(row.memberCount),
          },
          { key: 'area', title: w.area, render: (row) => row.areaPath, brief: (row) => row.areaPath },
          { key: 'address', title: w.address, render: (row) => row.address, brief: (row) => row.address },
          {
            key: 'number',
            title: w.number,
            render: (row) => <span className="figures">{row.number}</span>,
            secondary: true,
          },
        ]}
        filters={(list) => (
          <>
            <FilterText list={list} name="q" label={w.search} />
            <div className="filter">
              <AreaPicker value={list.filters['area']} onChange={(code) => list.filter('area', code)} />
            </div>
          </>
        )}
        onOpen={(row) => void navigate(`/households/${row.id}`)}
        empty={<Empty title={w.none}>{filling}</Empty>}
      />
    </Page>
  );
}
