import { App, Button, Descriptions } from 'antd';
import { useParams } from 'react-router';
import type { Schema } from '../../api/client';
import { useCan } from '../../api/session';
import { useJobStarted } from '../../api/jobs';
import { DataTable } from '../../ui/DataTable';
import { Empty } from '../../ui/Empty';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Loaded } from '../../ui/Waiting';
import { proposalColumns } from './ProposalsPage';
import { loadBatchProposals, useBatch, useConfirmBatch, useDropBatch } from './queries';
import { words } from './words';

/** What is confirmed, in money, before it is. */
function Asked({ batch }: { batch: Schema['BatchView'] }) {
  const w = useWords(words);
  return (
    <>
      <p>
        {w.formerTotal} <Money fen={batch.formerFen} /> → {w.proposedTotal} <Money fen={batch.proposedFen} />
      </p>
      <p>
        {w.arrearsTotal} <Money fen={batch.arrearsFen} />
      </p>
      <p className="secondary">{w.arrearsNote}</p>
      <p className="secondary">{w.confirmNote}</p>
    </>
  );
}

/** What a new standard would change: in all, and for whom. */
export function Component() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const { message, modal } = App.useApp();
  const jobStarted = useJobStarted();
  const query = useBatch(id);
  const confirm = useConfirmBatch(id);
  const drop = useDropBatch(id);
  const may = useCan('standard.confirm');
  return (
    <Loaded query={query}>
      {(batch) => (
        <Page
          title={batch.causeText}
          trail={[{ title: w.proposals, to: '/proposals' }]}
          {...(may &&
            batch.state === 'OPEN' && {
              extra: (
                <Button
                  loading={drop.isPending}
                  onClick={() =>
                    void modal.confirm({
                      title: w.dropTitle,
                      content: w.dropText,
                      okText: w.dropBatch,
                      okButtonProps: { danger: true },
                      cancelText: w.cancel,
                      focusable: { autoFocusButton: 'cancel' },
                      onOk: () => drop.mutate(),
                    })
                  }
                >
                  {w.dropBatch}
                </Button>
              ),
              action: (
                <Button
                  type="primary"
                  loading={confirm.isPending}
                  onClick={() =>
                    void modal.confirm({
                      title: w.confirmTitle(formatCount(batch.adjustable)),
                      content: <Asked batch={batch} />,
                      okText: w.confirmBatch,
                      cancelText: w.cancel,
                      onOk: () =>
                        confirm.mutate(undefined, {
                          onSuccess: () => {
                            void message.success(w.started);
                            void jobStarted();
                          },
                        }),
                    })
                  }
                >
                  {w.confirmBatch}
                </Button>
              ),
            })}
        >
          {[confirm, drop].map(
            (change, index) => change.isError && <ProblemAlert key={index} problem={change.error} />,
          )}
          <section className="box">
            <Descriptions
              size="small"
              column={{ xs: 1, sm: 2, lg: 3 }}
              items={[
                { key: 'affected', label: w.affected, children: w.people(formatCount(batch.affected)) },
                { key: 'unchanged', label: w.unchanged, children: w.people(formatCount(batch.unchanged)) },
                { key: 'undetermined', label: w.undetermined, children: w.people(formatCount(batch.undetermined)) },
                { key: 'former', label: w.formerTotal, children: <Money fen={batch.formerFen} /> },
                { key: 'proposed', label: w.proposedTotal, children: <Money fen={batch.proposedFen} /> },
                { key: 'arrears', label: w.arrearsTotal, children: <Money fen={batch.arrearsFen} /> },
                { key: 'left', label: w.left, children: w.people(formatCount(batch.waiting)) },
              ]}
            />
            <p className="secondary">
              {w.arrearsNote} {w.confirmNote}
            </p>
          </section>
          <DataTable
            queryKey={['cases', 'batch', id, 'proposals']}
            load={loadBatchProposals(id)}
            columns={proposalColumns(w)}
            rowKey={(proposal) => proposal.id}
            label={w.proposals}
            empty={<Empty title={w.noProposals} />}
          />
        </Page>
      )}
    </Loaded>
  );
}
