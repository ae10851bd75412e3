import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Rows, type Schema } from '../../api/client';
import { problemOf } from '../../api/problem';
import type { ListQuery } from '../../ui/DataTable';

export type CaseLine = Schema['CaseLine'];
export type CaseView = Schema['CaseView'];
export type Proposal = Schema['ProposalView'];
export type Objection = Schema['ObjectionView'];

const flag = (text: string | undefined) => text === 'yes';

/** What waits for whoever is signed in; the filters are the address's. */
export function loadQueue({ filters, offset, size }: ListQuery): Promise<Rows<CaseLine>> {
  return data(
    api.GET('/api/queue', {
      params: {
        query: {
          area: filters['area'] ?? '',
          step: filters['step'] ?? '',
          programme: filters['programme'] ?? '',
          q: filters['q'] ?? '',
          waiting: flag(filters['waiting']),
          overdue: flag(filters['overdue']),
          offset,
          size,
        },
      },
    }),
  );
}

export function loadCases({ filters, offset, size }: ListQuery): Promise<Rows<CaseLine>> {
  return data(
    api.GET('/api/cases', {
      params: {
        query: {
          area: filters['area'] ?? '',
          programme: filters['programme'] ?? '',
          standing: filters['standing'] ?? '',
          q: filters['q'] ?? '',
          offset,
          size,
        },
      },
    }),
  );
}

export function loadObjections({ filters, offset, size }: ListQuery): Promise<Rows<Objection>> {
  return data(api.GET('/api/objections', { params: { query: { answered: flag(filters['answered']), offset, size } } }));
}

export type ProposalState = Proposal['state'];

const PROPOSAL_STATES: readonly string[] = ['TAKEN', 'DROPPED', 'WITHDRAWN'] satisfies ProposalState[];

/** Of which proposals a list is; what waits, unless it is asked for the others. */
export function proposalState(asked: string | undefined): ProposalState {
  return asked !== undefined && PROPOSAL_STATES.includes(asked) ? (asked as ProposalState) : 'OPEN';
}

export function loadProposals({ filters, offset, size }: ListQuery): Promise<Rows<Proposal>> {
  return data(
    api.GET('/api/proposals', { params: { query: { state: proposalState(filters['state']), offset, size } } }),
  );
}

export function loadBatchProposals(id: string): (query: ListQuery) => Promise<Rows<Proposal>> {
  return ({ offset, size }) =>
    data(api.GET('/api/proposal-batches/{id}/proposals', { params: { path: { id }, query: { offset, size } } }));
}

export function useQueueSummary(): UseQueryResult<Schema['QueueSummary']> {
  return useQuery({ queryKey: ['cases', 'summary'], queryFn: () => data(api.GET('/api/queue/summary')) });
}

/** How many leads wait in whoever's area, of those that somebody should be looked up for. */
export function useLeadCount(wanted: boolean): number | undefined {
  return useQuery({
    queryKey: ['radar', 'view', '', ''],
    enabled: wanted,
    queryFn: () => data(api.GET('/api/radar', { params: { query: { area: '', programme: '' } } })),
  }).data?.kinds.reduce((sum, { open }) => sum + open, 0);
}

export function useCase(id: string): UseQueryResult<CaseView> {
  return useQuery({
    queryKey: ['cases', 'one', id],
    queryFn: () => data(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  });
}

export function useBasis(id: string, decision: string, wanted: boolean): UseQueryResult<Schema['DecisionBasis']> {
  return useQuery({
    queryKey: ['cases', 'basis', id, decision],
    enabled: wanted,
    queryFn: () => data(api.GET('/api/cases/{id}/decisions/{decision}', { params: { path: { id, decision } } })),
  });
}

/** What a family is entitled to on a day; without one, today. */
export function useEntitlements(household: string, on?: string): UseQueryResult<Schema['EntitlementPanel']> {
  return useQuery({
    queryKey: ['cases', 'entitlements', household, on],
    queryFn: () =>
      data(
        api.GET('/api/households/{id}/entitlements', {
          params: { path: { id: household }, query: on ? { on } : {} },
        }),
      ),
  });
}

export function useDraft(
  household: string,
  programme: string,
  person?: string,
): UseQueryResult<Schema['ApplicationDraft']> {
  return useQuery({
    queryKey: ['cases', 'draft', household, programme, person],
    queryFn: () =>
      data(
        api.GET('/api/households/{id}/application', {
          params: { path: { id: household }, query: { programme, ...(person && { person }) } },
        }),
      ),
  });
}

/** Whatever is done to a case shows in every list of cases and in what its household draws. */
function useChange<Given, Result>(change: (given: Given) => Promise<Result>): UseMutationResult<Result, Error, Given> {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['cases'] }) });
}

export function useApply(): UseMutationResult<Schema['OpenedCase'], Error, Schema['NewApplication']> {
  return useChange((body) => data(api.POST('/api/cases', { body })));
}

export function useAct(id: string): UseMutationResult<unknown, Error, Schema['NewAction']> {
  return useChange((body) => api.POST('/api/cases/{id}/actions', { params: { path: { id } }, body }));
}

export function useTakeUp(): UseMutationResult<unknown, Error, Objection> {
  return useChange((objection) =>
    api.POST('/api/cases/{id}/objections/{objection}/take-up', {
      params: { path: { id: objection.caseId, objection: objection.id } },
    }),
  );
}

export function useAnswer(): UseMutationResult<unknown, Error, { id: string; answer: string }> {
  return useChange(({ id, answer }) =>
    api.POST('/api/objections/{id}/answer', { params: { path: { id } }, body: { answer } }),
  );
}

export function useContact(): UseMutationResult<Schema['ObjectionContact'], Error, string> {
  return useMutation({
    mutationFn: (id) => data(api.POST('/api/objections/{id}/contact', { params: { path: { id } } })),
  });
}

export function useDrop(): UseMutationResult<unknown, Error, { id: string; remark: string }> {
  return useChange(({ id, remark }) =>
    api.POST('/api/proposals/{id}/drop', { params: { path: { id } }, body: { remark } }),
  );
}

export function useBatches(): UseQueryResult<Schema['BatchView'][]> {
  return useQuery({ queryKey: ['cases', 'batches'], queryFn: () => data(api.GET('/api/proposal-batches')) });
}

export function useBatch(id: string): UseQueryResult<Schema['BatchView']> {
  return useQuery({
    queryKey: ['cases', 'batch', id],
    queryFn: () => data(api.GET('/api/proposal-batches/{id}', { params: { path: { id } } })),
  });
}

export function useConfirmBatch(id: string): UseMutationResult<Schema['StartedJob'], Error, void> {
  return useChange(() => data(api.POST('/api/proposal-batches/{id}/confirm', { params: { path: { id } } })));
}

export function useDropBatch(id: string): UseMutationResult<unknown, Error, void> {
  return useChange(() => api.POST('/api/proposal-batches/{id}/drop', { params: { path: { id } } }));
}

/** Keeps a file and puts it on file under a title. */
export function useFilePaper(
  id: string,
  area: string,
): UseMutationResult<unknown, Error, { title: string; file: File }> {
  return useChange(async ({ title, file }) => {
    const body = new FormData();
    body.set('file', file);
    body.set('area', area);
    const token = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
    const response = await fetch('/api/documents', {
      method: 'POST',
      body,
      headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) },
    });
    if (!response.ok) {
      throw await problemOf(response);
    }
    const stored = (await response.json()) as { id: string };
    return api.POST('/api/cases/{id}/papers', { params: { path: { id } }, body: { title, document: stored.id } });
  });
}
