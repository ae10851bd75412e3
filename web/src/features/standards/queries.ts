import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Schema } from '../../api/client';

export type Entered = Schema['EnteredView'];
export type Finding = Schema['FindingView'];
export type Floor = Schema['StandardFloor'];
export type FloorCell = Schema['StandardFloorCell'];
export type NewStandard = Schema['NewStandard'];
export type Parameter = Schema['ParameterLine'];
export type Row = Schema['StandardRow'];
export type Setting = Schema['SettingView'];
export type Year = Schema['StandardYear'];
export type Verdict = NonNullable<Row['verdict']>;

const MINUTES = 60_000;

export function useParameters(): UseQueryResult<Parameter[]> {
  return useQuery({
    queryKey: ['standards', 'parameters'],
    staleTime: 10 * MINUTES,
    queryFn: () => data(api.GET('/api/standards/parameters')),
  });
}

/** What is asked of a year; without a year today's, without a parameter the first that is measured. */
export interface YearQuery {
  parameter?: string | undefined;
  year?: string | undefined;
}

export const yearKey = ({ parameter = '', year = '' }: YearQuery) => ['standards', 'year', parameter, year] as const;

export function loadYear({ parameter, year }: YearQuery): Promise<Year> {
  return data(
    api.GET('/api/standards', {
      params: { query: { ...(parameter && { parameter }), ...(year && { year: Number(year) }) } },
    }),
  );
}

/** A parameter in all areas at the end of a year. */
export function useYear(asked: YearQuery): UseQueryResult<Year> {
  return useQuery({
    queryKey: yearKey(asked),
    placeholderData: (former: Year | undefined) => former,
    queryFn: () => loadYear(asked),
  });
}

/** A parameter in one area over the years. */
export function useArea(parameter: string, area: string): UseQueryResult<Schema['AreaStandards']> {
  return useQuery({
    queryKey: ['standards', 'area', parameter, area],
    queryFn: () => data(api.GET('/api/standards/area', { params: { query: { parameter, area } } })),
  });
}

/** What waits for a second person. */
export function useWaiting(): UseQueryResult<Entered[]> {
  return useQuery({ queryKey: ['standards', 'waiting'], queryFn: () => data(api.GET('/api/standards/waiting')) });
}

/** The counties' outlines. */
export function useBoundaries(): UseQueryResult {
  return useQuery({
    queryKey: ['standards', 'boundaries'],
    staleTime: Infinity,
    queryFn: () => data(api.GET('/api/standards/boundaries')),
  });
}

/** What the mandates would say of it; nothing is kept. */
export function useCheck(): UseMutationResult<Entered, Error, NewStandard> {
  return useMutation({ mutationFn: (body) => data(api.POST('/api/standards/check', { body })) });
}

export function useEnter(): UseMutationResult<Entered, Error, NewStandard> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => data(api.POST('/api/standards', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['standards'] }),
  });
}

export interface Decided {
  id: string;
  confirmed: boolean;
  reason: string;
}

export function useDecide(): UseMutationResult<Entered, Error, Decided> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, confirmed, reason }) => {
      const call = { params: { path: { id } }, body: { reason } };
      return data(
        confirmed ? api.POST('/api/standards/{id}/confirmation', call) : api.POST('/api/standards/{id}/refusal', call),
      );
    },
    onSuccess: () => client.invalidateQueries(),
  });
}
