import { Alert, App, Button, Dropdown, Upload } from 'antd';
import { Link, useParams } from 'react-router';
import { useCan, useSession } from '../../api/session';
import { Empty } from '../../ui/Empty';
import { formatCount, formatFen } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { MomentText } from '../../ui/DateText';
import { useIsPhone } from '../../ui/useIsPhone';
import { Loaded, Skeleton } from '../../ui/Waiting';
import { RunState, SumTable } from './pieces';
import './payments.css';
import { useBankFile, useConfirm, useDrop, useRun, useSums, useTakeReturn, type BankFormat, type Run } from './queries';
import { Recipients } from './Recipients';
import { Returns } from './Returns';
import { words } from './words';

/** A run: what it pays to whom and why, and the next step with it. */
export function Component() {
  const { id = '' } = useParams();
  const run = useRun(id);
  return <Loaded query={run}>{(shown) => <RunShown run={shown} />}</Loaded>;
}

function RunShown({ run }: { run: Run }) {
  const w = useWords(words);
  return (
    <Page
      title={w.run(run.month, run.number)}
      note={<RunState state={run.state} />}
      trail={[{ title: w.title, to: '/payments' }]}
      extra={<Lesser run={run} />}
      action={<NextStep run={run} />}
    >
      {run.note && (
        <Alert
          className="payment-note"
          type="warning"
          showIcon
          title={run.digest ? w.confirmRefused : w.note}
          description={run.note}
        />
      )}
      {run.state === 'PREPARING' ? <Skeleton lines={8} /> : run.digest && <Prepared run={run} />}
    </Page>
  );
}

function Prepared({ run }: { run: Run }) {
  const w = useWords(words);
  const sums = useSums(run);
  const phone = useIsPhone();
  const to = (name: string) => (sum: { key: string }) => `/payments/runs/${run.id}?${name}=${sum.key}`;
  return (
    <>
      <dl className="payment-facts">
        <Fact name={w.recipients}>
          <Link to={`/payments/runs/${run.id}`}>{formatCount(run.recipients)}</Link>
        </Fact>
        <Fact name={w.payAll}>
          <Money fen={run.payFen + run.heldFen} />
        </Fact>
        <Fact name={w.payNow(formatCount(run.payments))}>
          <Money fen={run.payFen} />
        </Fact>
        {run.held > 0 && (
          <Fact name={w.heldNow(formatCount(run.held))}>
            <Link to={`/payments/runs/${run.id}?state=HELD`}>
              <Money fen={run.heldFen} />
            </Link>
          </Fact>
        )}
        <Fact name={w.preparedBy}>
          {run.preparedName} <MomentText at={run.preparedAt} />
        </Fact>
        {run.confirmedAt && (
          <Fact name={w.confirmedBy}>
            {run.confirmedName} <MomentText at={run.confirmedAt} />
          </Fact>
        )}
      </dl>
      <Loaded query={sums}>
        {(shown) => {
          const further = (
            <>
              <SumTable title={w.byProgramme} sums={shown.programmes} to={to('programme')} />
              <SumTable title={w.byTownship} sums={shown.townships} to={to('area')} />
              <SumTable title={w.byFund} sums={shown.funds} rest={shown.fundsRest} />
            </>
          );
          return (
            <>
              <div className="payment-boxes">
                <SumTable title={w.byReason} sums={shown.reasons} rest={shown.reasonsRest} to={to('reason')} />
                <SumTable title={w.byState} sums={shown.states} to={to('state')} />
                <SumTable title={w.heldWhy} sums={shown.held} to={to('held')} />
                {!phone && further}
              </div>
              {phone && (
                <details className="payment-fold">
                  <summary>{w.sumsMore}</summary>
                  <div className="payment-boxes">{further}</div>
                </details>
              )}
              {run.heldFen > 0 && <p className="payment-note secondary">{w.sumsNote}</p>}
            </>
          );
        }}
      </Loaded>
      <Returns run={run} />
      {run.recipients === 0 ? <Empty title={w.noRecipients} /> : <Recipients run={run} sums={sums.data} />}
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the run waits for. */
function NextStep({ run }: { run: Run }) {
  const w = useWords(words);
  const { modal, message } = App.useApp();
  const session = useSession();
  const mayConfirm = useCan('payment.confirm');
  const confirm = useConfirm(run);
  if (run.state !== 'PREVIEW' || !mayConfirm) {
    return null;
  }
  if (run.preparedBy === session.user.id) {
    return <span className="secondary">{w.confirmOther}</span>;
  }
  const ask = () =>
    void modal.confirm({
      title: w.confirmTitle(formatCount(run.payments), formatFen(run.payFen)),
      content: w.confirmText,
      okText: w.confirm,
      cancelText: w.cancel,
      onOk: async () => {
        try {
          await confirm.mutateAsync();
          void message.success(w.confirmed);
        } catch (problem) {
          void modal.error({ title: w.confirm, content: <ProblemAlert problem={problem} /> });
        }
      },
    });
  return (
    <Button type="primary" loading={confirm.isPending} onClick={ask}>
      {w.confirm}
    </Button>
  );
}

function Lesser({ run }: { run: Run }) {
  const w = useWords(words);
  const { modal, message } = App.useApp();
  const mayPrepare = useCan('payment.prepare');
  const mayBank = useCan('payment.bank');
  const drop = useDrop(run);
  const bankFile = useBankFile(run);
  const take = useTakeReturn(run);
  const refused = (title: string) => (problem: unknown) =>
    void modal.error({ title, content: <ProblemAlert problem={problem} /> });
  if (run.state === 'PREVIEW' || run.state === 'PREPARING') {
    const ask = () =>
      void modal.confirm({
        title: w.dropTitle,
        content: w.dropText,
        okText: w.drop,
        cancelText: w.cancel,
        onOk: () => drop.mutateAsync().catch(refused(w.drop)),
      });
    return mayPrepare ? <Button onClick={ask}>{w.drop}</Button> : null;
  }
  if (!mayBank || run.state === 'DROPPED' || run.payments === 0) {
    return null;
  }
  const formats: { key: BankFormat; label: string }[] = [
    { key: 'CSV', label: w.bankCsv },
    { key: 'XLSX', label: w.bankXlsx },
    { key: 'PAIN', label: w.bankPain },
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: formats,
          onClick: ({ key }) => bankFile.mutate(key as BankFormat, { onError: refused(w.bankFile) }),
        }}
      >
        <Button loading={bankFile.isPending}>{w.bankFile}</Button>
      </Dropdown>
      <Upload
        accept=".csv,.txt,.xlsx,.xml"
        showUploadList={false}
        beforeUpload={(file) => {
          take.mutate(file, {
            onSuccess: ({ job }) => void message.info(job ? w.taken : w.takenBefore),
            onError: refused(w.takeReturn),
          });
          return false;
        }}
      >
        <Button loading={take.isPending}>{w.takeReturn}</Button>
      </Upload>
    </>
  );
}
