import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Schema } from '../../api/client';

export type Draft = Schema['DraftView'];
export type DraftFile = Schema['DraftFile'];
export type Fault = Schema['DraftFault'];
export type Name = Schema['DraftName'];
export type Example = Schema['DraftExample'];
export type Check = Schema['DraftCheck'];
export type FileText = Schema['DraftText'];
export type NewValue = Schema['DraftValue'];
export type ClauseForms = Schema['ClauseForms'];
export type ClausePart = Schema['ClausePart'];
export type PartChange = Schema['PartChange'];
export type PartCheck = Schema['PartCheck'];
export type ValueTable = Schema['ValueTable'];
export type ValueRow = Schema['ValueRow'];
export type AreaValue = Schema['AreaValue'];

const one = (id: string) => ({ path: { id } });

export function useDrafts(): UseQueryResult<Schema['DraftList']> {
  return useQuery({ queryKey: ['drafts', 'list'], queryFn: () => data(api.GET('/api/drafts')) });
}

export function useDraft(id: string): UseQueryResult<Draft> {
  return useQuery({
    queryKey: ['drafts', 'one', id],
    queryFn: () => data(api.GET('/api/drafts/{id}', { params: one(id) })),
  });
}

/** All files that may be drafted. */
export function useFiles(id: string): UseQueryResult<DraftFile[]> {
  return useQuery({
    queryKey: ['drafts', 'files', id],
    queryFn: () => data(api.GET('/api/drafts/{id}/files', { params: one(id) })),
  });
}

export function useFile(id: string, path: string): UseQueryResult<FileText> {
  return useQuery({
    queryKey: ['drafts', 'file', id, path],
    // What is being written is not read over.
    refetchOnWindowFocus: false,
    queryFn: () => data(api.GET('/api/drafts/{id}/file', { params: { ...one(id), query: { path } } })),
  });
}

/** The names that expressions may use. */
export function useNames(id: string): UseQueryResult<Name[]> {
  return useQuery({
    queryKey: ['drafts', 'names', id],
    queryFn: () => data(api.GET('/api/drafts/{id}/names', { params: one(id) })),
  });
}

/** What a text would come to; nothing is kept. */
export function useCheck(id: string, path: string, text: string | undefined): UseQueryResult<Check> {
  return useQuery({
    queryKey: ['drafts', 'check', id, path, text ?? ''],
    enabled: text !== undefined,
    gcTime: 0,
    placeholderData: (former: Check | undefined) => former,
    queryFn: () =>
      data(api.POST('/api/drafts/{id}/check', { params: one(id), body: { path, text: text ?? '', revision: 0 } })),
  });
}

/** The golden cases, decided by the draft when it is asked for. */
export function useExamples(id: string, revision: number, wanted: boolean): UseQueryResult<Example[]> {
  return useQuery({
    queryKey: ['drafts', 'examples', id, revision],
    enabled: wanted,
    queryFn: () => data(api.GET('/api/drafts/{id}/examples', { params: one(id) })),
  });
}

/** The values of a parameter in all areas on a day, today where none is given. */
export function useValues(id: string, parameter: string, on: string): UseQueryResult<ValueTable> {
  return useQuery({
    queryKey: ['drafts', 'values', id, parameter, on],
    enabled: parameter !== '',
    // The table stays while another day is asked for; that of another parameter is another table.
    placeholderData: (former: ValueTable | undefined) => (former?.parameter === parameter ? former : undefined),
    queryFn: () =>
      data(
        api.GET('/api/drafts/{id}/values/{parameter}', {
          params: { path: { id, parameter }, query: on ? { on } : {} },
        }),
      ),
  });
}

/** A programme, condition by condition. */
export function useParts(id: string, path: string): UseQueryResult<ClauseForms> {
  return useQuery({
    queryKey: ['drafts', 'parts', id, path],
    queryFn: () => data(api.GET('/api/drafts/{id}/parts', { params: { ...one(id), query: { path } } })),
  });
}

/** What a part would come to; nothing is kept. Nothing is asked while a field of it is empty. */
export function useCheckPart(id: string, change: PartChange, whole: boolean): UseQueryResult<PartCheck> {
  return useQuery({
    queryKey: ['drafts', 'part', id, change],
    enabled: whole,
    gcTime: 0,
    placeholderData: (former: PartCheck | undefined) => former,
    queryFn: () => data(api.POST('/api/drafts/{id}/parts/check', { params: one(id), body: change })),
  });
}

export function useParameters(): UseQueryResult<Schema['ParameterLine'][]> {
  return useQuery({
    queryKey: ['drafts', 'parameters'],
    queryFn: () => data(api.GET('/api/standards/parameters')),
  });
}

export function useProgrammes(): UseQueryResult<Schema['ProgrammeLine'][]> {
  return useQuery({
    queryKey: ['drafts', 'programmes'],
    queryFn: () => data(api.GET('/api/programmes', { params: { query: {} } })),
  });
}

/** A change of a draft; everything that shows it is read anew. */
function useChange<Given, Answer>(change: (given: Given) => Promise<Answer>): UseMutationResult<Answer, Error, Given> {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries() });
}

export const useMake = () => useChange((title: string) => data(api.POST('/api/drafts', { body: { title } })));

export const useVersion = () =>
  useChange(({ id, programme, from }: { id: string; programme: string; from: string }) =>
    data(api.POST('/api/drafts/{id}/versions', { params: one(id), body: { programme, from } })),
  );

export const useValue = (id: string) =>
  useChange((body: NewValue) => data(api.POST('/api/drafts/{id}/values', { params: one(id), body })));

export const useWriteValues = (id: string, parameter: string) =>
  useChange((body: Schema['ValuesChange']) =>
    data(api.PUT('/api/drafts/{id}/values/{parameter}', { params: { path: { id, parameter } }, body })),
  );

export const useWritePart = (id: string) =>
  useChange((body: PartChange) => data(api.PUT('/api/drafts/{id}/parts', { params: one(id), body })));

export const useWrite = (id: string) =>
  useChange((body: { path: string; text: string; revision: number }) =>
    data(api.PUT('/api/drafts/{id}/file', { params: one(id), body })),
  );

export const useTakeOut = (id: string) =>
  useChange((query: { path: string; revision: number }) =>
    data(api.DELETE('/api/drafts/{id}/file', { params: { ...one(id), query } })),
  );

export const useRebase = (id: string) => useChange(() => data(api.POST('/api/drafts/{id}/base', { params: one(id) })));

export const useSubmit = (id: string) =>
  useChange((body: Schema['DraftSubmission']) =>
    data(api.POST('/api/drafts/{id}/submission', { params: one(id), body })),
  );

export const useWithdraw = (id: string) =>
  useChange(() => data(api.POST('/api/drafts/{id}/withdrawal', { params: one(id) })));

/** The scenario that tries a draft, found again or made. */
export const useTry = (draft: string) =>
  useChange(() => data(api.POST('/api/trials/drafts/{draft}', { params: { path: { draft } } })));

/** What ends or decides a draft. */
export type Verdict = 'approve' | 'refuse' | 'drop';

export const useDecide = (id: string) =>
  useChange(({ verdict, reason }: { verdict: Verdict; reason: string }) => {
    const call = { params: one(id), body: { reason } };
    switch (verdict) {
      case 'approve':
        return data(api.POST('/api/drafts/{id}/approval', { params: one(id) }));
      case 'refuse':
        return data(api.POST('/api/drafts/{id}/refusal', call));
      case 'drop':
        return data(api.POST('/api/drafts/{id}/drop', call));
    }
  });
