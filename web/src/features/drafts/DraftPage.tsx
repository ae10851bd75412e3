import { Alert, App, Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { MomentText } from '../../ui/DateText';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Loaded } from '../../ui/Waiting';
import { clausesAddress, fileAddress } from './addresses';
import { Decision } from './Decision';
import './drafts.css';
import { Examples } from './Examples';
import { Faults } from './Faults';
import { useDraft, useFiles, useRebase, useTakeOut, useWithdraw, type Draft, type Verdict } from './queries';
import { StateOf } from './StateOf';
import { Submission } from './Submission';
import { ValueForm } from './ValueForm';
import { VersionForm } from './VersionForm';
import { WhatIf } from './WhatIf';
import { words } from './words';

type Opened = 'value' | 'version' | 'submit' | Verdict;

/** A draft: what it would change, its files, its golden cases, and what is to be done with it next. */
export function Component() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const draft = useDraft(id);
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <Page
      title={draft.data?.title ?? w.draft}
      note={draft.data && <StateOf state={draft.data.state} />}
      trail={[
        { title: w.programmes, to: '/programmes' },
        { title: w.title, to: '/drafts' },
      ]}
      {...(draft.data && { action: <Actions draft={draft.data} open={setOpened} /> })}
    >
      <Loaded query={draft} lines={10}>
        {(shown) => (
          <div className="drafts">
            <Standing draft={shown} />
            <Changed draft={shown} open={setOpened} />
            <Files draft={shown} />
            <Examples draft={shown} />
            <WhatIf draft={shown} />
            <History draft={shown} />
            {opened === 'value' && <ValueForm draft={shown} close={close} />}
            {opened === 'version' && <VersionForm draft={shown} close={close} />}
            {opened === 'submit' && <Submission draft={shown} close={close} />}
            {(opened === 'approve' || opened === 'refuse' || opened === 'drop') && (
              <Decision draft={shown} verdict={opened} close={close} />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ draft, open }: { draft: Draft; open: (what: Opened) => void }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const withdraw = useWithdraw(draft.id);
  const back = () =>
    withdraw.mutate(undefined, {
      onSuccess: () => void message.success(w.withdrawn),
      onError: (problem) => void message.error(problem.message),
    });
  return (
    <>
      {draft.editable && (
        <>
          <Button onClick={() => open('drop')}>{w.drop}</Button>
          <Button type="primary" onClick={() => open('submit')}>
            {w.submit}
          </Button>
        </>
      )}
      {draft.state === 'WAITING' && draft.mine && (
        <Button loading={withdraw.isPending} onClick={back}>
          {w.withdraw}
        </Button>
      )}
      {draft.decidable && (
        <>
          <Button onClick={() => open('refuse')}>{w.refuse}</Button>
          <Button type="primary" onClick={() => open('approve')}>
            {w.approve}
          </Button>
        </>
      )}
    </>
  );
}

/** What somebody has to know before anything else. */
function Standing({ draft }: { draft: Draft }) {
  const w = useWords(words);
  const rebase = useRebase(draft.id);
  const from = draft.from ?? '';
  return (
    <>
      {draft.state === 'WAITING' && (
        <Alert
          type="info"
          showIcon
          title={w.waitsFrom(from)}
          description={draft.mine ? w.waitsForOther : draft.decidable ? w.waitsForYou : w.waitsForOther}
        />
      )}
      {draft.state === 'PUBLISHED' && <Alert type="success" showIcon title={w.holdsFrom(from)} />}
      {draft.orderedBy && <p>{w.orderedBy(draft.orderedBy)}</p>}
      {draft.outdated && (
        <Alert
          type="warning"
          showIcon
          title={w.outdated}
          description={draft.editable ? w.outdatedMend : w.outdatedTaken}
          action={
            draft.editable && (
              <Button loading={rebase.isPending} onClick={() => rebase.mutate()}>
                {w.rebase}
              </Button>
            )
          }
        />
      )}
      {rebase.isError && <ProblemAlert problem={rebase.error} />}
    </>
  );
}

function Changed({ draft, open }: { draft: Draft; open: (what: Opened) => void }) {
  const w = useWords(words);
  const navigate = useNavigate();
  return (
    <section aria-label={w.changes}>
      <h2>{w.changes}</h2>
      {draft.faults.length > 0 ? (
        <Faults
          faults={draft.faults}
          choose={(fault) =>
            void navigate(`${fileAddress(draft.id, fault.path)}&line=${fault.line}&column=${fault.column}`)
          }
        />
      ) : draft.changes.length === 0 ? (
        <p className="secondary">{w.noChanges}</p>
      ) : (
        <ul className="box draft-changes">
          {draft.changes.map((change) => (
            <li key={change.text}>{change.text}</li>
          ))}
        </ul>
      )}
      {draft.editable && (
        <p className="draft-buttons">
          <Button onClick={() => open('value')}>{w.changeValue}</Button>
          <Button onClick={() => void navigate(`/drafts/${draft.id}/values`)}>{w.manyValues}</Button>
          {draft.rules && <Button onClick={() => open('version')}>{w.newVersion}</Button>}
        </p>
      )}
    </section>
  );
}

function Files({ draft }: { draft: Draft }) {
  const w = useWords(words);
  const navigate = useNavigate();
  const files = useFiles(draft.id);
  const takeOut = useTakeOut(draft.id);
  const kinds = ['PROGRAMME', 'PARAMETERS', 'MANDATES', 'EXAMPLES', 'WORDS', 'SOURCES'] as const;
  const options = kinds.map((kind) => ({
    label: w[kind],
    options: (files.data ?? [])
      .filter((file) => file.kind === kind)
      .map((file) => ({ value: file.path, label: [file.title, file.path].filter(Boolean).join(' · ') })),
  }));
  return (
    <section aria-label={w.files}>
      <h2>{w.files}</h2>
      {draft.files.length === 0 ? (
        <p className="secondary">{w.noFiles}</p>
      ) : (
        <ul className="box draft-changes">
          {draft.files.map((file) => (
            <li key={file.path}>
              <Link to={fileAddress(draft.id, file.path)}>{file.title || w[file.kind as (typeof kinds)[number]]}</Link>{' '}
              <span className="secondary">{file.path}</span>{' '}
              {file.kind === 'PROGRAMME' && <Link to={clausesAddress(draft.id, file.path)}>{w.byClause}</Link>}
              {draft.editable && file.writable && (
                <Popconfirm
                  title={w.takeOutSure}
                  okText={w.takeOut}
                  cancelText={w.cancel}
                  onConfirm={() => takeOut.mutate({ path: file.path, revision: draft.revision })}
                >
                  <Button type="text" size="small">
                    {w.takeOut}
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
      {takeOut.isError && <ProblemAlert problem={takeOut.error} />}
      <label className="draft-open">
        {draft.editable ? w.openFile : w.readFile}{' '}
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={files.isPending}
          placeholder={w.chooseFile}
          popupMatchSelectWidth={false}
          options={options}
          aria-label={w.chooseFile}
          onChange={(path: string) => void navigate(fileAddress(draft.id, path))}
        />
      </label>
    </section>
  );
}

function History({ draft }: { draft: Draft }) {
  const w = useWords(words);
  return (
    <section aria-label={w.history}>
      <h2>{w.history}</h2>
      <ol className="draft-history">
        {draft.deeds.map((deed) => (
          <li key={deed.at + deed.kind}>
            {w[deed.kind as keyof typeof w & ('MAKE' | 'CHANGE')]} · {deed.by} · <MomentText at={deed.at} />
            {deed.note && <span className="secondary"> {deed.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
