import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, data, type Schema } from '../../api/client';

export type Line = Schema['ProgrammeLine'];
export type Programme = Schema['ProgrammeView'];
export type Example = Schema['GoldenCaseView'];
export type InForce = Schema['ParameterInForce'];
export type Step = Schema['ProgrammeStep'];

const dayOf = (on: string | undefined) => (on ? { on } : {});

/** The programmes in force on a day; today's without one. */
export function useProgrammes(on: string | undefined): UseQueryResult<Line[]> {
  return useQuery({
    queryKey: ['programmes', 'list', on ?? ''],
    queryFn: () => data(api.GET('/api/programmes', { params: { query: dayOf(on) } })),
  });
}

/** A programme on a day; today without one. */
export function useProgramme(id: string, on: string | undefined): UseQueryResult<Programme> {
  return useQuery({
    queryKey: ['programmes', 'one', id, on ?? ''],
    placeholderData: (former: Programme | undefined) => former,
    queryFn: () => data(api.GET('/api/programmes/{id}', { params: { path: { id }, query: dayOf(on) } })),
  });
}
