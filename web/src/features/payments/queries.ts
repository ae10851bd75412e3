import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Rows, type Schema } from '../../api/client';
import { useJobStarted } from '../../api/jobs';
import type { ListQuery } from '../../ui/DataTable';

export type Run = Schema['RunView'];
export type Recipient = Schema['RecipientView'];
export type Failed = NonNullable<Recipient['failed']>;
export type HeldFor = NonNullable<Recipient['heldFor']>;
export type Line = Schema['PaymentLine'];
export type Sum = Schema['PaymentSum'];
export type Sums = Schema['RunSums'];
export type BankReturn = Schema['ReturnView'];
export type Account = Schema['AccountView'];
export type Movement = Schema['MovementView'];
export type Transfer = Schema['TransferView'];
export type Debt = Schema['Debt'];
export type Repayment = Schema['RepaymentView'];
export type BankFormat = 'CSV' | 'XLSX' | 'PAIN';

const POLL_MS = 1_500;

export const runsKey = ['payments', 'runs'] as const;
const runKey = (id: string) => ['payments', 'run', id] as const;
export const recipientsKey = (id: string) => ['payments', 'run', id, 'recipients'] as const;

export function loadRuns({ offset, size }: ListQuery): Promise<Rows<Run>> {
  return data(api.GET('/api/payments/runs', { params: { query: { offset, size } } }));
}

/** A run; asked for again while it is being worked out. */
export function useRun(id: string): UseQueryResult<Run> {
  return useQuery({
    queryKey: runKey(id),
    queryFn: () => data(api.GET('/api/payments/runs/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.state === 'PREPARING' ? POLL_MS : false),
  });
}

export function useSums(run: Run): UseQueryResult<Sums> {
  return useQuery({
    queryKey: [...runKey(run.id), 'sums', run.state],
    queryFn: () => data(api.GET('/api/payments/runs/{id}/sums', { params: { path: { id: run.id } } })),
    enabled: run.state !== 'PREPARING',
  });
}

export function loadRecipients(id: string, { filters, offset, size }: ListQuery): Promise<Rows<Recipient>> {
  const { programme, area, q } = filters;
  const reason = filters['reason'] as Line['reason'] | undefined;
  const state = filters['state'] as Recipient['state'] | undefined;
  const held = filters['held'] as HeldFor | undefined;
  return data(
    api.GET('/api/payments/runs/{id}/recipients', {
      params: {
        path: { id },
        query: {
          offset,
          size,
          ...(programme && { programme }),
          ...(area && { area }),
          ...(reason && { reason }),
          ...(state && { state }),
          ...(held && { held }),
          ...(q && { q }),
        },
      },
    }),
  );
}

export function useReturns(run: Run): UseQueryResult<BankReturn[]> {
  return useQuery({
    queryKey: [...runKey(run.id), 'returns', run.state],
    queryFn: () => data(api.GET('/api/payments/runs/{id}/returns', { params: { path: { id: run.id } } })),
    refetchInterval: (query) => (query.state.data?.some((one) => one.state === 'RECEIVED') ? POLL_MS : false),
  });
}

/** A file with the rows that were not taken. */
export function useReturn(id: string): UseQueryResult<BankReturn> {
  return useQuery({
    queryKey: ['payments', 'return', id],
    queryFn: () => data(api.GET('/api/payments/returns/{id}', { params: { path: { id } } })),
  });
}

export function usePayableProgrammes(month: string): UseQueryResult<Record<string, string>> {
  return useQuery({
    queryKey: ['payments', 'programmes', month],
    queryFn: () => data(api.GET('/api/payments/programmes', { params: { query: { month } } })),
    enabled: /^\d{4}-\d{2}$/.test(month),
  });
}

/** After a change everything about payments is read again, and the tray shows the job. */
function useChanged(): () => Promise<void> {
  const client = useQueryClient();
  const started = useJobStarted();
  return async () => {
    await client.invalidateQueries({ queryKey: ['payments'] });
    await started();
  };
}

export function usePrepare(): UseMutationResult<Schema['OrderedRun'], Error, Schema['NewRunBody']> {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body) => data(api.POST('/api/payments/runs', { body })),
    onSuccess: changed,
  });
}

export function useConfirm(run: Run): UseMutationResult<Schema['PlannedJob'], Error, void> {
  const changed = useChanged();
  return useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/payments/runs/{id}/confirmation', {
          params: { path: { id: run.id } },
          body: { digest: run.digest },
        }),
      ),
    onSuccess: changed,
  });
}

export function useDrop(run: Run): UseMutationResult<unknown, Error, void> {
  const changed = useChanged();
  return useMutation({
    mutationFn: () => api.DELETE('/api/payments/runs/{id}', { params: { path: { id: run.id } } }),
    onSuccess: changed,
  });
}

/** Fetches the bank's file and hands it to the browser as a download. */
export function useBankFile(run: Run): UseMutationResult<void, Error, BankFormat> {
  const changed = useChanged();
  return useMutation({
    mutationFn: async (format) => {
      const { data: file, response } = await api.POST('/api/payments/runs/{id}/bank-file', {
        params: { path: { id: run.id }, query: { format } },
        parseAs: 'blob',
      });
      const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file as unknown as Blob);
      link.download = name ? decodeURIComponent(name) : `${run.month}.${format.toLowerCase()}`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onSuccess: changed,
  });
}

export function useTakeReturn(run: Run): UseMutationResult<Schema['OrderedReturn'], Error, File> {
  const changed = useChanged();
  return useMutation({
    mutationFn: (file) =>
      data(
        api.POST('/api/payments/runs/{id}/returns', {
          params: { path: { id: run.id }, query: { name: file.name } },
          body: file as unknown as string,
          bodySerializer: (body) => body as unknown as BodyInit,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      ),
    onSuccess: changed,
  });
}

/** Says why the account of a failed payment is right, so that the next run pays to it again. */
export function useSameAccount(run: string): UseMutationResult<unknown, Error, Schema['SameAccountBody']> {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body) => api.POST('/api/payments/runs/{id}/same-account', { params: { path: { id: run } }, body }),
    onSuccess: changed,
  });
}

/** Address of the list to be signed, as PDF. */
export function rosterUrl(run: string, area: string, programme: string): string {
  return `/api/payments/runs/${run}/roster?${new URLSearchParams({ area, programme }).toString()}`;
}

export function useCounties(): UseQueryResult<Schema['LedgerCounty'][]> {
  return useQuery({
    queryKey: ['payments', 'counties'],
    queryFn: () => data(api.GET('/api/payments/counties')),
  });
}

export function useAccounts(county: string): UseQueryResult<Account[]> {
  return useQuery({
    queryKey: ['payments', 'accounts', county],
    queryFn: () => data(api.GET('/api/payments/accounts', { params: { query: { county } } })),
    enabled: county !== '',
  });
}

export function useMovements(account: number): UseQueryResult<Movement[]> {
  return useQuery({
    queryKey: ['payments', 'movements', account],
    queryFn: () => data(api.GET('/api/payments/accounts/{id}/movements', { params: { path: { id: account } } })),
  });
}

export function loadTransfers(account: number, { filters, offset, size }: ListQuery): Promise<Rows<Transfer>> {
  const run = filters['run'];
  return data(
    api.GET('/api/payments/transfers', { params: { query: { account, offset, size, ...(run && { run }) } } }),
  );
}

export function usePayer(county: string): UseQueryResult<Schema['PayerView'] | null> {
  return useQuery({
    queryKey: ['payments', 'payer', county],
    queryFn: async () => (await data(api.GET('/api/payments/payer', { params: { query: { county } } })))[0] ?? null,
    enabled: county !== '',
  });
}

export function useSetPayer(county: string): UseMutationResult<unknown, Error, Schema['PayerBody']> {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body) => api.PUT('/api/payments/payer', { params: { query: { county } }, body }),
    onSuccess: changed,
  });
}

/** What a household and its members were paid, newest first. */
export function useHouseholdPayments(id: string): UseQueryResult<Recipient[]> {
  return useQuery({
    queryKey: ['payments', 'household', id],
    queryFn: () => data(api.GET('/api/households/{id}/payments', { params: { path: { id } } })),
  });
}

/** What a household owes, and what it has paid back. */
export function useDebts(id: string): UseQueryResult<Schema['HouseholdDebts']> {
  return useQuery({
    queryKey: ['payments', 'debts', id],
    queryFn: () => data(api.GET('/api/households/{id}/debts', { params: { path: { id } } })),
  });
}

/** What is still owed to a county, also by those who live elsewhere now. */
export function loadDebts(county: string, { offset, size }: ListQuery): Promise<Rows<Debt>> {
  return data(api.GET('/api/payments/debts', { params: { query: { county, offset, size } } }));
}

export function useWaitingRepayments(): UseQueryResult<Repayment[]> {
  return useQuery({
    queryKey: ['payments', 'repayments'],
    queryFn: () => data(api.GET('/api/payments/repayments')),
  });
}

export function useEnterRepayment(household: string): UseMutationResult<Repayment, Error, Schema['NewRepaymentBody']> {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body) =>
      data(api.POST('/api/households/{id}/repayments', { params: { path: { id: household } }, body })),
    onSuccess: changed,
  });
}

/** What a second person says of a repayment, or of taking it back. */
export type Decision = 'confirmation' | 'refusal' | 'reversal/confirmation' | 'reversal/refusal';

/** Proposes to take back a repayment that was confirmed by mistake. */
export function useReverseRepayment(id: string): UseMutationResult<Repayment, Error, Schema['ReversalBody']> {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body) => data(api.POST('/api/payments/repayments/{id}/reversal', { params: { path: { id } }, body })),
    onSuccess: changed,
  });
}

export function useDecideRepayment(id: string): UseMutationResult<Repayment, Error, Decision> {
  const changed = useChanged();
  return useMutation({
    mutationFn: (step) => data(api.POST(`/api/payments/repayments/{id}/${step}`, { params: { path: { id } } })),
    onSuccess: changed,
  });
}
