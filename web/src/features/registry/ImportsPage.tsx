import { Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../api/session';
import { DataTable } from '../../ui/DataTable';
import { DateText, MomentText } from '../../ui/DateText';
import { DayField } from '../../ui/DayField';
import { Empty } from '../../ui/Empty';
import { FileButton } from '../../ui/FileButton';
import { formatCount } from '../../ui/format';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateTag } from '../../ui/StateTag';
import { loadImports, useCatalogue, useSubmitImport, type Import } from './queries';
import { words } from './words';
import './registry.css';

const TONES = { WAITING: 'active', DONE: 'settled', REFUSED: 'refused' } as const;

export function ImportState({ state }: { state: Import['state'] }) {
  const w = useWords(words);
  const known = state as keyof typeof TONES;
  return <StateTag tone={TONES[known]}>{w[known]}</StateTag>;
}

/** Brings in a register from a workbook or from two CSV files. */
export function Component() {
  const w = useWords(words);
  const navigate = useNavigate();
  return (
    <Page
      title={w.importTitle}
      trail={[{ title: w.households, to: '/households' }]}
      extra={
        <>
          <Button href="/api/imports/template?form=csv">{w.templateCsv}</Button>
          <Button href="/api/imports/template?form=xlsx">{w.template}</Button>
        </>
      }
    >
      <Upload />
      <DataTable
        queryKey={['registry', 'imports']}
        load={loadImports}
        rowKey={(row) => row.id}
        label={w.imports}
        size={20}
        columns={[
          { key: 'file', title: w.file, render: (row) => <strong>{row.fileName}</strong> },
          { key: 'state', title: w.state, render: (row) => <ImportState state={row.state} /> },
          { key: 'read', title: w.read, align: 'right', render: (row) => formatCount(row.read) },
          { key: 'landed', title: w.landed, align: 'right', render: (row) => formatCount(row.landed) },
          { key: 'same', title: w.same, align: 'right', render: (row) => formatCount(row.same), secondary: true },
          { key: 'held', title: w.held, align: 'right', render: (row) => formatCount(row.held) },
          { key: 'on', title: w.effective, render: (row) => <DateText date={row.effectiveOn} /> },
          { key: 'by', title: w.by, render: (row) => row.createdName, secondary: true },
          { key: 'when', title: w.when2, render: (row) => <MomentText at={row.createdAt} />, secondary: true },
        ]}
        onOpen={(row) => void navigate(`/imports/${row.id}`)}
        empty={<Empty title={w.noImports}>{w.noImportsNote}</Empty>}
      />
    </Page>
  );
}

function Upload() {
  const w = useWords(words);
  const navigate = useNavigate();
  const { today } = useSession();
  const catalogue = useCatalogue();
  const submit = useSubmitImport();
  const [files, setFiles] = useState<File[]>([]);
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [source, setSource] = useState('township');
  const start = () =>
    submit.mutate({ files, effectiveOn, source }, { onSuccess: ({ id }) => void navigate(`/imports/${id}`) });

  return (
    <section className="registry-import">
      <div className="registry-upload">
        <div className="registry-files">
          {w.filesHint}
          <span>
            <FileButton multiple accept=".xlsx,.xlsm,.csv" onChoose={setFiles}>
              {w.chooseFiles}
            </FileButton>{' '}
            {files.length > 0 ? files.map(({ name }) => name).join(signs().listed) : w.noFiles}
          </span>
        </div>
        <label>
          {w.effective}
          <DayField value={effectiveOn} max={today} allowClear={false} onChange={setEffectiveOn} />
        </label>
        <label>
          {w.supplier}
          <Select
            value={source}
            popupMatchSelectWidth={false}
            options={Object.entries(catalogue.data?.suppliers ?? {}).map(([value, label]) => ({ value, label }))}
            onChange={setSource}
          />
        </label>
        <Button type="primary" disabled={files.length === 0} loading={submit.isPending} onClick={start}>
          {w.startImport}
        </Button>
      </div>
      {submit.isError && <ProblemAlert problem={submit.error} />}
    </section>
  );
}
