import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { DataTable } from '../../ui/DataTable';
import { DateText, MomentText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { FilterDate } from '../../ui/FilterDate';
import { FilterChoice, FilterText } from '../../ui/Filters';
import { useLanguage, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { actionOptions, actionText, nameOf, subjectOptions, subjectText } from './actions';
import { EntryPanel } from './EntryPanel';
import { ProofResult } from './ProofResult';
import { loadEntries, useProof, type EntryView } from './queries';
import { words } from './words';

/** Who did what, to what and when; and the proof that nothing of it was changed. */
export function Component() {
  const w = useWords(words);
  const language = useLanguage();
  const proof = useProof();
  const prove = (
    <Button
      type="primary"
      icon={<SafetyCertificateOutlined />}
      loading={proof.isPending}
      title={w.proveNote}
      onClick={() => proof.mutate()}
    >
      {w.prove}
    </Button>
  );
  return (
    <Page title={w.title} action={prove}>
      {proof.isError && <ProblemAlert problem={proof.error} retry={() => proof.mutate()} />}
      {proof.data && <ProofResult proof={proof.data} close={proof.reset} />}
      <DataTable<EntryView>
        queryKey={['audit']}
        load={loadEntries}
        rowKey={({ entry }) => entry.id}
        label={w.title}
        columns={[
          { key: 'at', title: w.at, render: ({ entry }) => <MomentText at={entry.at} />, width: 150 },
          { key: 'actor', title: w.actor, render: ({ entry }) => entry.actorName },
          { key: 'action', title: w.action, render: ({ entry }) => actionText(entry.action, language) },
          {
            key: 'subject',
            title: w.subject,
            render: ({ entry }) => `${subjectText(entry.subject, language)} ${nameOf(entry.detail)}`,
          },
          { key: 'area', title: w.area, render: ({ areaPath }) => areaPath, secondary: true },
          { key: 'on', title: w.on, render: ({ entry }) => <DateText date={entry.on} />, secondary: true },
        ]}
        filters={(list) => (
          <>
            <FilterText list={list} name="actor" label={w.actor} />
            <FilterChoice list={list} name="action" label={w.action} options={actionOptions(language)} />
            <FilterChoice list={list} name="subject" label={w.subject} options={subjectOptions(language)} />
            <FilterText list={list} name="subjectId" label={w.subjectId} />
            <FilterDate list={list} name="from" label={w.from} />
            <FilterDate list={list} name="to" label={w.to} notBefore="from" />
          </>
        )}
        empty={<Empty title={w.nothing}>{w.nothingNote}</Empty>}
        panel={{
          title: (_, row) => (row ? actionText(row.entry.action, language) : w.title),
          content: (_, row) => (row ? <EntryPanel row={row} /> : <Empty title={w.notHere} />),
        }}
      />
    </Page>
  );
}
