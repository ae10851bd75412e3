import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Schema } from '../../api/client';
import { useJobStarted } from '../../api/jobs';

export type Answer = Schema['Answer'];
export type Asked = Schema['Asked'];
export type AskedChange = Schema['AskedChange'];
export type AskedText = Schema['AskedText'];
export type Changeable = Schema['Changeable'];
export type Kind = NonNullable<Schema['ChangedPerson']['kind']>;
export type Options = Schema['Options'];
export type Person = Schema['ChangedPerson'];
export type TriedPart = Schema['TriedPart'];
export type Scenario = Schema['ScenarioView'];
export type NewProposal = Schema['NewProposal'];
export type YearOf = Schema['OfYear'];
export type Yardstick = Schema['OfYardstick'];

const KEY = 'trials';

export function useOptions(): UseQueryResult<Options> {
  return useQuery({ queryKey: [KEY, 'options'], queryFn: () => data(api.GET('/api/trials/options')) });
}

export function useScenarios(): UseQueryResult<Scenario[]> {
  return useQuery({ queryKey: [KEY, 'all'], queryFn: () => data(api.GET('/api/trials')) });
}

export function useScenario(id: string): UseQueryResult<Scenario> {
  return useQuery({
    queryKey: [KEY, 'one', id],
    enabled: id !== 'new',
    queryFn: () => data(api.GET('/api/trials/{id}', { params: { path: { id } } })),
  });
}

/** What of a draft is tried, and what is not: of the state of which an answer speaks, where there is one. */
export function useTriedParts(draft: string, change: number | undefined): UseQueryResult<Schema['TriedParts']> {
  return useQuery({
    queryKey: [KEY, 'draft', draft, change ?? -1],
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => data(api.GET('/api/trials/drafts/{draft}', { params: { path: { draft } } })),
  });
}

/** What the changes do; the answer before stays until the next one comes. */
export function useAnswer(asked: Asked, ready: boolean): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [KEY, 'answer', asked],
    enabled: ready,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => data(api.POST('/api/trials/answer', { body: asked })),
  });
}

/** Whom the changes concern. */
export function usePeople(asked: Asked, kind: Kind | undefined, wanted: boolean): UseQueryResult<Person[]> {
  return useQuery({
    queryKey: [KEY, 'people', asked, kind ?? ''],
    enabled: wanted,
    queryFn: () => data(api.POST('/api/trials/people', { body: asked, params: { query: { ...(kind && { kind }) } } })),
  });
}

/** The text of a programme in a month. */
export function useRuleText(): UseMutationResult<AskedText, Error, { programme: string; month: string }> {
  return useMutation({
    mutationFn: ({ programme, month }) =>
      data(api.GET('/api/trials/rules/{programme}', { params: { path: { programme }, query: { month } } })),
  });
}

export interface Kept {
  id: string;
  name: string;
  remark: string;
  asked: Asked;
}

/** Keeps a scenario, under a new id where it has none. */
export function useKeep(): UseMutationResult<Scenario, Error, Kept> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }) =>
      data(
        id === 'new'
          ? api.POST('/api/trials', { body })
          : api.PUT('/api/trials/{id}', { params: { path: { id } }, body }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useDelete(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id) => api.DELETE('/api/trials/{id}', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: [KEY, 'all'] }),
  });
}

export function useTakeRegister(): UseMutationResult<unknown, Error, void> {
  const started = useJobStarted();
  return useMutation({ mutationFn: () => data(api.POST('/api/trials/register')), onSuccess: () => started() });
}

export function useWorkOut(): UseMutationResult<unknown, Error, string> {
  const started = useJobStarted();
  return useMutation({
    mutationFn: (id) => data(api.POST('/api/trials/{id}/years', { params: { path: { id } } })),
    onSuccess: () => started(),
  });
}

export function usePropose(id: string): UseMutationResult<Schema['EnteredView'][], Error, NewProposal> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => data(api.POST('/api/trials/{id}/proposal', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['standards'] }),
  });
}
