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

export type Household = Schema['HouseholdView'];
export type FactForm = Schema['FactForm'];
export type Import = Schema['ImportView'];
export type Pair = Schema['DuplicatePair'];

export function loadHouseholds({ filters, offset, size }: ListQuery): Promise<Rows<Schema['HouseholdLine']>> {
  const { q = '', area = '' } = filters;
  return data(api.GET('/api/households', { params: { query: { q, area, offset, size } } }));
}

/** A household's file on a day; today where none is given. */
export function useHousehold(id: string, on: string | undefined): UseQueryResult<Household> {
  return useQuery({
    queryKey: ['registry', 'household', id, on],
    queryFn: () => data(api.GET('/api/households/{id}', { params: { path: { id }, query: on ? { on } : {} } })),
  });
}

/** Registered persons by name, pinyin or citizen id. */
export function findPersons(q: string): Promise<Schema['PersonLine'][]> {
  return data(api.GET('/api/persons', { params: { query: { q } } }));
}

export function useTimeline(id: string): UseQueryResult<Schema['RecordView'][]> {
  return useQuery({
    queryKey: ['registry', 'timeline', id],
    queryFn: () => data(api.GET('/api/households/{id}/timeline', { params: { path: { id } } })),
  });
}

/** The facts that forms offer, and who supplies them. */
export function useCatalogue(): UseQueryResult<Schema['FactCatalogue']> {
  return useQuery({
    queryKey: ['registry', 'facts'],
    staleTime: Infinity,
    queryFn: () => data(api.GET('/api/facts')),
  });
}

export async function reveal(id: string, body: Schema['RevealWanted']): Promise<string> {
  return (await data(api.POST('/api/households/{id}/reveal', { params: { path: { id } }, body }))).value;
}

/** Something that changes what is registered; afterwards all of the register is read again. */
function useChange<Given, Result>(change: (given: Given) => Promise<Result>): UseMutationResult<Result, Error, Given> {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries() });
}

export function useStateFacts() {
  return useChange((body: Schema['FactStatement']) => data(api.POST('/api/statements', { body })));
}

/** Keeps a paper that proves something about a household of the area; gives the paper's id. */
export function useKeepPaper(area: string): UseMutationResult<Schema['Stored'], Error, File> {
  return useMutation({
    mutationFn: (file) => {
      const form = new FormData();
      form.append('file', file);
      return data(
        api.POST('/api/documents', {
          params: { query: { area, file: '' } },
          // The file goes in the body, of which the description of the endpoints knows nothing.
          body: form as never,
          bodySerializer: (body: unknown) => body as FormData,
        }),
      );
    },
  });
}

export function useRegister() {
  return useChange((body: Schema['HouseholdTyped']) => data(api.POST('/api/households', { body })));
}

export function useJoin(id: string) {
  return useChange((body: Schema['Joining']) =>
    data(api.POST('/api/households/{id}/joins', { params: { path: { id } }, body })),
  );
}

export function useLeave(id: string) {
  return useChange((body: Schema['Leaving']) =>
    data(api.POST('/api/households/{id}/leavings', { params: { path: { id } }, body })),
  );
}

export function useSplit(id: string) {
  return useChange((body: Schema['Splitting']) =>
    data(api.POST('/api/households/{id}/splits', { params: { path: { id } }, body })),
  );
}

export function useMove(id: string) {
  return useChange((body: Schema['Moving']) =>
    data(api.POST('/api/households/{id}/moves', { params: { path: { id } }, body })),
  );
}

export function useUndoEvent() {
  return useChange(({ id, reason }: { id: string; reason: string }) =>
    data(api.POST('/api/events/{id}/undo', { params: { path: { id } }, body: { reason } })),
  );
}

export function loadImports({ offset, size }: ListQuery): Promise<Rows<Import>> {
  return data(api.GET('/api/imports', { params: { query: { offset, size } } }));
}

/** An import, asked for again every second until it has ended. */
export function useImport(id: string): UseQueryResult<Import> {
  return useQuery({
    queryKey: ['registry', 'import', id],
    queryFn: () => data(api.GET('/api/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.finishedAt ? false : 1_000),
  });
}

export interface Upload {
  files: readonly File[];
  effectiveOn: string;
  source: string;
}

export function useSubmitImport(): UseMutationResult<Schema['ImportSubmitted'], Error, Upload> {
  const jobStarted = useJobStarted();
  return useMutation({
    mutationFn: ({ files, effectiveOn, source }) => {
      const form = new FormData();
      files.forEach((file) => form.append('files', file));
      return data(
        api.POST('/api/imports', {
          params: { query: { effectiveOn, source, files: [] } },
          // The files go in the body, of which the description of the endpoints knows nothing.
          body: form as never,
          bodySerializer: (body: unknown) => body as FormData,
        }),
      );
    },
    onSuccess: jobStarted,
  });
}

export function loadDuplicates({ offset, size }: ListQuery): Promise<Rows<Pair>> {
  return data(api.GET('/api/duplicates', { params: { query: { offset, size } } }));
}

export function useComparison(id: string): UseQueryResult<Schema['DuplicateComparison']> {
  return useQuery({
    queryKey: ['registry', 'duplicate', id],
    queryFn: () => data(api.GET('/api/duplicates/{id}', { params: { path: { id } } })),
  });
}

export function useMerged(): UseQueryResult<Pair[]> {
  return useQuery({
    queryKey: ['registry', 'merged'],
    queryFn: () => data(api.GET('/api/duplicates/merged')),
  });
}

export function useMerge() {
  return useChange(({ id, winner }: { id: string; winner: string }) =>
    data(api.POST('/api/duplicates/{id}/merge', { params: { path: { id } }, body: { winner } })),
  );
}

export function useDistinct() {
  return useChange((id: string) => data(api.POST('/api/duplicates/{id}/distinct', { params: { path: { id } } })));
}

export function useUndoMerge() {
  return useChange((id: string) => data(api.POST('/api/duplicates/{id}/undo', { params: { path: { id } } })));
}
