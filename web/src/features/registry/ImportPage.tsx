import { Alert, Button, Table } from 'antd';
import { useParams } from 'react-router';
import { useJobs } from '../../api/jobs';
import { DateText, MomentText } from '../../ui/DateText';
import { formatCount } from '../../ui/format';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { useIsPhone } from '../../ui/useIsPhone';
import { Loaded, Progress } from '../../ui/Waiting';
import { ImportState } from './ImportsPage';
import { useImport, type Import } from './queries';
import { words } from './words';
import './registry.css';

/** What became of a file. */
export function Component() {
  const { id = '' } = useParams();
  const found = useImport(id);
  return <Loaded query={found}>{(view) => <Outcome view={view} />}</Loaded>;
}

function Outcome({ view }: { view: Import }) {
  const w = useWords(words);
  const phone = useIsPhone();
  const jobs = useJobs();
  const job = jobs.data?.find((candidate) => candidate.id === view.job);
  const counts: [string, number][] = [
    [w.read, view.read],
    [w.landed, view.landed],
    [w.same, view.same],
    [w.held, view.held],
    [w.newHouseholds, view.householdsNew],
    [w.newPersons, view.personsNew],
  ];
  return (
    <Page
      title={view.fileName}
      note={<ImportState state={view.state} />}
      trail={[
        { title: w.households, to: '/households' },
        { title: w.importTitle, to: '/imports' },
      ]}
    >
      <section className="registry-import">
        <p className="secondary">
          {w.effective} <DateText date={view.effectiveOn} /> · {view.source} · {view.createdName} {w.uploaded}{' '}
          <MomentText at={view.createdAt} />
        </p>
        {view.state === 'WAITING' && (
          <>
            <Progress done={job?.done ?? 0} total={job?.total ?? 0} label={view.fileName} />
            <p className="secondary">{w.progressNote}</p>
          </>
        )}
        {view.state === 'REFUSED' && <Alert className="problem" type="error" showIcon title={w.refusedNote} />}
        {view.state === 'DONE' && (
          <dl className="registry-counts">
            {counts.map(([label, count]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="figures">{formatCount(count)}</dd>
              </div>
            ))}
          </dl>
        )}
        {view.returned.length > 0 && (
          <>
            <p>
              {view.returned.map((name) => (
                <Button
                  key={name}
                  type="primary"
                  href={`/api/imports/${view.id}/returned?name=${encodeURIComponent(name)}`}
                >
                  {w.returned}
                  {signs().colon}
                  {name}
                </Button>
              ))}
            </p>
            <p className="secondary">{w.returnedNote}</p>
          </>
        )}
      </section>
      {view.faults.length > 0 && phone && (
        <ul className="cards">
          {view.faults.map((fault, index) => (
            <li key={index}>
              <div>
                <strong>{w.faultAt(fault.file, fault.row)}</strong> {fault.column}
                {fault.value && `${signs().colon}${fault.value}`}
              </div>
              <div>{fault.text}</div>
            </li>
          ))}
        </ul>
      )}
      {view.faults.length > 0 && !phone && (
        <Table
          size="middle"
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          scroll={{ x: 'max-content' }}
          dataSource={view.faults.map((fault, index) => ({ ...fault, key: index }))}
          columns={[
            { title: w.file, dataIndex: 'file' },
            { title: w.row, dataIndex: 'row', align: 'right', render: (row: number) => row || '' },
            { title: w.column, dataIndex: 'column' },
            { title: w.value, dataIndex: 'value' },
            { title: w.reason, dataIndex: 'text' },
          ]}
        />
      )}
    </Page>
  );
}
