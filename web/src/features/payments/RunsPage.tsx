import { Alert, Button, Checkbox, Form, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCan, useSession } from '../../api/session';
import { AreaPicker } from '../../ui/AreaPicker';
import { DataTable, type Column } from '../../ui/DataTable';
import { Empty } from '../../ui/Empty';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Money } from '../../ui/Money';
import { Page } from '../../ui/Page';
import { useIsPhone } from '../../ui/useIsPhone';
import { Refused } from '../../ui/Refused';
import { MonthField } from '../../ui/MonthField';
import { DESK_ROWS, PHONE_ROWS, RunState } from './pieces';
import { loadRuns, runsKey, useCounties, usePayableProgrammes, usePrepare, type Run } from './queries';
import { words } from './words';

/** Runs by month, newest first, and the way to a new one. */
export function Component() {
  const w = useWords(words);
  const phone = useIsPhone();
  const mayPrepare = useCan('payment.prepare');
  const navigate = useNavigate();
  const counties = useCounties().data ?? [];
  const [preparing, setPreparing] = useState(false);
  const county = (run: Run) => counties.find((one) => one.code === run.county.digits)?.name ?? run.county.digits;
  const columns: readonly Column<Run>[] = [
    {
      key: 'month',
      title: w.month,
      render: (run) => <Link to={`/payments/runs/${run.id}`}>{w.run(run.month, run.number)}</Link>,
    },
    ...(counties.length > 1 ? [{ key: 'county', title: w.county, render: county }] : []),
    { key: 'state', title: w.state, render: (run) => <RunState state={run.state} /> },
    { key: 'recipients', title: w.recipients, align: 'right', render: (run) => formatCount(run.recipients) },
    { key: 'payments', title: w.payments, align: 'right', render: (run) => formatCount(run.payments) },
    { key: 'pay', title: w.pay, align: 'right', render: (run) => <Money fen={run.payFen} bare /> },
    {
      key: 'held',
      title: w.held,
      align: 'right',
      render: (run) =>
        run.held > 0 ? <Link to={`/payments/runs/${run.id}?state=HELD`}>{formatCount(run.held)}</Link> : '0',
    },
    { key: 'prepared', title: w.preparedBy, secondary: true, render: (run) => run.preparedName },
    { key: 'confirmed', title: w.confirmedBy, secondary: true, render: (run) => run.confirmedName ?? '' },
  ];
  return (
    <Page
      title={w.title}
      extra={
        <Link to="/payments/ledger">
          <Button>{w.ledger}</Button>
        </Link>
      }
      action={
        mayPrepare && (
          <Button type="primary" onClick={() => setPreparing(true)}>
            {w.prepare}
          </Button>
        )
      }
    >
      <DataTable
        queryKey={runsKey}
        load={loadRuns}
        columns={columns}
        rowKey={(run) => run.id}
        label={w.runs}
        size={phone ? PHONE_ROWS : DESK_ROWS}
        onOpen={(run) => void navigate(`/payments/runs/${run.id}`)}
        empty={<Empty title={w.noRuns}>{mayPrepare ? w.noRunsHint : w.noRunsRead}</Empty>}
      />
      {preparing && <PrepareForm close={() => setPreparing(false)} />}
    </Page>
  );
}

const isCounty = (code: string) => /^\d{4}(?!00)\d{2}0{6}$/.test(code);

interface Preparing {
  month: string;
  county: string;
  programmes: string[];
}

function PrepareForm({ close }: { close: () => void }) {
  const w = useWords(words);
  const session = useSession();
  const navigate = useNavigate();
  const prepare = usePrepare();
  const [form] = Form.useForm<Preparing>();
  const thisMonth = session.today.slice(0, 7);
  const month = Form.useWatch<string | undefined>('month', form) ?? thisMonth;
  const payable = usePayableProgrammes(month);
  const own = isCounty(session.area.code);
  return (
    <Modal
      open
      title={w.prepare}
      okText={w.prepareSubmit}
      cancelText={w.cancel}
      confirmLoading={prepare.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="secondary">{w.prepareNote}</p>
      <Form<Preparing>
        form={form}
        layout="vertical"
        initialValues={{ month: thisMonth, county: own ? session.area.code : undefined, programmes: [] }}
        onFinish={({ county = session.area.code, ...given }: Partial<Preparing> & Omit<Preparing, 'county'>) =>
          prepare.mutate({ county, ...given }, { onSuccess: ({ run }) => void navigate(`/payments/runs/${run}`) })
        }
      >
        <Refused problem={prepare.error} />
        <Form.Item name="month" label={w.prepareMonth} rules={[{ required: true }]}>
          <MonthField max={thisMonth} />
        </Form.Item>
        {!own && (
          <Form.Item name="county" label={w.prepareCounty} rules={[{ required: true }]}>
            <AreaPicker />
          </Form.Item>
        )}
        <Form.Item name="programmes" label={w.prepareProgrammes}>
          {payable.isError ? (
            <Alert type="error" title={payable.error.message} />
          ) : (
            <Checkbox.Group options={Object.entries(payable.data ?? {}).map(([value, label]) => ({ value, label }))} />
          )}
        </Form.Item>
      </Form>
    </Modal>
  );
}
