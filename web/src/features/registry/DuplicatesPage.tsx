import { App, Button, Space } from 'antd';
import { Link } from 'react-router';
import { DataTable } from '../../ui/DataTable';
import { Empty } from '../../ui/Empty';
import { signs, useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { PersonLine } from '../../ui/PersonLine';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useList } from '../../ui/useList';
import { Loaded } from '../../ui/Waiting';
import { loadDuplicates, useComparison, useDistinct, useMerge, useMerged, useUndoMerge, type Pair } from './queries';
import { words } from './words';
import './registry.css';

type Reason = 'NAME_AND_BIRTH' | 'SOUND_AND_VILLAGE';

function Side({ line }: { line: Pair['first'] }) {
  return (
    <>
      <PersonLine name={line.name} sex={line.sex} age={line.age} village={line.areaPath} />
      {line.citizenMasked && <div className="secondary figures">{line.citizenMasked}</div>}
    </>
  );
}

/** Persons who may have been registered twice. */
export function Component() {
  const w = useWords(words);
  return (
    <Page title={w.duplicates} trail={[{ title: w.households, to: '/households' }]}>
      <DataTable
        queryKey={['registry', 'duplicates']}
        load={loadDuplicates}
        rowKey={(row) => row.id}
        label={w.duplicates}
        columns={[
          { key: 'first', title: w.first, render: (row) => <Side line={row.first} /> },
          { key: 'second', title: w.second, render: (row) => <Side line={row.second} /> },
          { key: 'why', title: w.why, render: (row) => w[row.reason as Reason], secondary: true },
        ]}
        panel={{
          title: (_, row) => row?.first.name ?? w.duplicates,
          content: (id) => <Comparison key={id} id={id} />,
        }}
        empty={<Empty title={w.noDuplicates}>{w.noDuplicatesNote}</Empty>}
      />
      <Merged />
    </Page>
  );
}

function Comparison({ id }: { id: string }) {
  const w = useWords(words);
  const { message, modal } = App.useApp();
  const comparison = useComparison(id);
  const merge = useMerge();
  const distinct = useDistinct();
  const list = useList();
  const settled = () => list.show(undefined);
  const keep = (winner: string) =>
    merge.mutate(
      { id, winner },
      {
        onSuccess: () => {
          void message.success(w.mergeDone);
          settled();
        },
      },
    );
  return (
    <Loaded query={comparison}>
      {({ pair, differences }) => (
        <>
          <p className="secondary">{w[pair.reason as Reason]}</p>
          <table className="registry-facts registry-compared">
            <thead>
              <tr>
                <th />
                {[pair.first, pair.second].map((line) => (
                  <th key={line.id}>
                    <Side line={line} />
                    <div>
                      <Link to={`/households/${line.household}`}>{w.openFile}</Link>
                    </div>
                  </th>
                ))}
                <th />
              </tr>
            </thead>
            <tbody>
              {differences.map(({ label, first, second, same }) => (
                <tr key={label} className={same || !first || !second ? '' : 'registry-differs'}>
                  <th scope="row">{label}</th>
                  <td>{first}</td>
                  <td>{second}</td>
                  <td className="secondary">{same ? w.sameValue : first && second ? w.differentValue : w.oneSided}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {(merge.error ?? distinct.error) && <ProblemAlert problem={merge.error ?? distinct.error} />}
          <div>
            <Space wrap>
              {[pair.first, pair.second].map((line, index) => (
                <Button
                  key={line.id}
                  {...(index === 0 && { type: 'primary' as const })}
                  className="registry-keep"
                  loading={merge.isPending}
                  onClick={() => keep(line.id)}
                >
                  {w.keep(`${line.name}${signs().inside(line.citizenMasked || line.areaPath)}`)}
                </Button>
              ))}
              <Button
                title={w.notSameNote}
                loading={distinct.isPending}
                onClick={() =>
                  void modal.confirm({
                    title: w.notSameAsk,
                    content: w.notSameNote,
                    okText: w.notSame,
                    cancelText: w.cancel,
                    focusable: { autoFocusButton: 'cancel' },
                    onOk: () => distinct.mutate(id, { onSuccess: settled }),
                  })
                }
              >
                {w.notSame}
              </Button>
            </Space>
          </div>
        </>
      )}
    </Loaded>
  );
}

/** What was merged lately, each to be taken apart again. */
function Merged() {
  const w = useWords(words);
  const merged = useMerged();
  const undo = useUndoMerge();
  if (!merged.data || merged.data.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{w.merged}</h2>
      {undo.isError && <ProblemAlert problem={undo.error} />}
      <ul className="registry-merged">
        {merged.data.map((pair) => (
          <li key={pair.id}>
            <div>
              <Side line={pair.first} />
            </div>
            <div>
              <Side line={pair.second} />
            </div>
            <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(pair.id)}>
              {w.undoMerge}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
