import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Rows, type Schema } from '../../api/client';
import { useJobStarted } from '../../api/jobs';
import type { ListQuery } from '../../ui/DataTable';

export type Radar = Schema['RadarView'];
export type Lead = Schema['LeadLine'];
export type LeadView = Schema['LeadView'];
export type Kind = Lead['kind'];
export type Standing = Lead['standing'];
export type Reason = Schema['LeadClosing']['reason'];
export type Rule = Schema['RuleLine'];
export type AreaLeads = Schema['AreaLeads'];

export const KINDS = ['NOT_RECEIVING', 'NO_LONGER_ELIGIBLE', 'TWICE', 'ONE_VISIT'] as const satisfies readonly Kind[];
export const STANDINGS = ['OPEN', 'UNDER_WAY', 'CLOSED'] as const satisfies readonly Standing[];

/** What an address narrows to; what it says wrongly is not heeded. */
function narrowed(filters: Readonly<Record<string, string>>) {
  const kind = KINDS.find((one) => one === filters['kind']);
  return { area: filters['area'] ?? '', programme: filters['programme'] ?? '', ...(kind && { kind }) };
}

/** What there is in an area: counts, and the areas in it. */
export function useRadar(filters: Readonly<Record<string, string>>): UseQueryResult<Radar> {
  // The kind narrows the list alone: its tile stands among the others.
  const { area, programme } = narrowed(filters);
  return useQuery({
    queryKey: ['radar', 'view', area, programme],
    placeholderData: keepPreviousData,
    queryFn: () => data(api.GET('/api/radar', { params: { query: { area, programme } } })),
  });
}

export function standingOf(filters: Readonly<Record<string, string>>): Standing {
  return STANDINGS.find((one) => one === filters['standing']) ?? 'OPEN';
}

export function loadLeads({ filters, offset, size }: ListQuery): Promise<Rows<Lead>> {
  const query = { ...narrowed(filters), cause: filters['cause'] ?? '', standing: standingOf(filters), offset, size };
  return data(api.GET('/api/radar/leads', { params: { query } }));
}

export function useLead(id: string): UseQueryResult<LeadView> {
  return useQuery({
    queryKey: ['radar', 'lead', id],
    queryFn: () => data(api.GET('/api/radar/leads/{id}', { params: { path: { id } } })),
  });
}

export function useRules(): UseQueryResult<Rule[]> {
  return useQuery({ queryKey: ['radar', 'rules'], queryFn: () => data(api.GET('/api/radar/rules')) });
}

export function useClose(id: string): UseMutationResult<unknown, Error, Schema['LeadClosing']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => api.POST('/api/radar/leads/{id}/close', { params: { path: { id } }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['radar'] }),
  });
}

/** Lets everybody be looked at; it goes on by itself, and the tray of jobs shows how far it is. */
export function useRun(): UseMutationResult<unknown, Error, void> {
  const started = useJobStarted();
  return useMutation({ mutationFn: () => data(api.POST('/api/radar/runs')), onSuccess: started });
}

/** The counties' outlines. */
export function useBoundaries(): UseQueryResult {
  return useQuery({
    queryKey: ['standards', 'boundaries'],
    staleTime: Infinity,
    queryFn: () => data(api.GET('/api/standards/boundaries')),
  });
}
