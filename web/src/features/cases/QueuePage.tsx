import { Segmented } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useCan } from '../../api/session';
import { DataTable } from '../../ui/DataTable';
import { DateText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { FilterChoice, FilterText } from '../../ui/Filters';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { StateTag } from '../../ui/StateTag';
import type { List } from '../../ui/useList';
import { caseColumns, DueCell } from './CaseColumns';
import { loadQueue, useLeadCount, useQueueSummary, type CaseLine } from './queries';
import { words } from './words';

/** What I must do, about whom, until when. */
export function Component() {
  const w = useWords(words);
  const navigate = useNavigate();
  const summary = useQueueSummary().data;
  const leads = useLeadCount(useCan('radar.read'));
  const steps = (summary?.steps ?? []).map((step) => ({
    value: step.step,
    label: `${step.title} ${formatCount(step.todo)}`,
  }));
  const filters = (list: List) => (
    <>
      <Segmented
        value={list.filters['waiting'] ?? (list.filters['overdue'] ? 'overdue' : 'todo')}
        onChange={(value) => {
          if (value === 'overdue') {
            list.filter('overdue', 'yes');
          } else if (value === 'yes') {
            list.filter('waiting', 'yes');
          } else {
            list.clear();
          }
        }}
        options={[
          { value: 'todo', label: `${w.todo} ${formatCount(summary?.todo ?? 0)}` },
          { value: 'overdue', label: `${w.overdueOnly} ${formatCount(summary?.overdue ?? 0)}` },
          { value: 'yes', label: `${w.waiting} ${formatCount(summary?.waiting ?? 0)}` },
        ]}
      />
      <FilterChoice list={list} name="step" label={w.allSteps} options={steps} />
      <FilterText list={list} name="q" label={w.search} />
    </>
  );
  const columns = [
    ...caseColumns(w),
    {
      key: 'due',
      title: w.due,
      render: (line: CaseLine) => <DueCell line={line} w={w} />,
    },
    {
      key: 'ready',
      title: w.ready,
      secondary: true,
      render: (line: CaseLine) => <DateText date={line.readyOn} />,
    },
  ];
  return (
    <Page
      title={w.queue}
      extra={
        <>
          {leads !== undefined && (
            <Link to="/radar">
              {w.leadsToLookUp} {formatCount(leads)}
            </Link>
          )}
          <Link to="/proposals">
            {w.proposals} {formatCount(summary?.proposals ?? 0)}
            {summary !== undefined && summary.proposalsOverdue > 0 && (
              <>
                {' '}
                <StateTag tone="refused">{w.overdueOf(formatCount(summary.proposalsOverdue))}</StateTag>
              </>
            )}
          </Link>
          <Link to="/notices">
            {w.objections} {formatCount(summary?.objections ?? 0)}
          </Link>
        </>
      }
    >
      <DataTable
        queryKey={['cases', 'queue']}
        load={loadQueue}
        columns={columns}
        rowKey={(line) => line.id}
        label={w.queue}
        exportPath="/api/queue/export"
        filters={filters}
        empty={<Empty title={w.nothing}>{w.nothingNote}</Empty>}
        onOpen={(line) => void navigate(`/cases/${line.id}`)}
      />
    </Page>
  );
}
