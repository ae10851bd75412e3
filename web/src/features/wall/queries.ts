import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { api, data, type Rows, type Schema } from '../../api/client';

export type WallNotice = Schema['WallNotice'];

/** Whether this is a demonstration, which everything that is shown or printed has to say. */
export function useWelcome(): UseQueryResult<Schema['Welcome']> {
  return useQuery({ queryKey: ['welcome'], queryFn: () => data(api.GET('/api/welcome')) });
}

export function useWall(area?: string): UseQueryResult<Schema['WallView']> {
  return useQuery({
    queryKey: ['wall', area],
    queryFn: () =>
      area ? data(api.GET('/api/wall/areas/{area}', { params: { path: { area } } })) : data(api.GET('/api/wall')),
  });
}

export function useHanging(area: string, wanted: boolean): UseQueryResult<Rows<WallNotice>> {
  return useQuery({
    queryKey: ['wall', area, 'notices'],
    enabled: wanted,
    queryFn: () => data(api.GET('/api/wall/areas/{area}/notices', { params: { path: { area }, query: {} } })),
  });
}

/** A drawing that opens the wall's own page on a phone. */
export function useAreaCode(area: string): UseQueryResult<Schema['WallCode']> {
  return useQuery({
    queryKey: ['wall', area, 'code'],
    queryFn: () => data(api.GET('/api/wall/areas/{area}/code', { params: { path: { area } } })),
  });
}

export function useNotice(id: string): UseQueryResult<WallNotice> {
  return useQuery({
    queryKey: ['wall', 'notice', id],
    queryFn: () => data(api.GET('/api/wall/notices/{id}', { params: { path: { id } } })),
  });
}

export function useNoticeCode(id: string): UseQueryResult<Schema['WallCode']> {
  return useQuery({
    queryKey: ['wall', 'notice', id, 'code'],
    queryFn: () => data(api.GET('/api/wall/notices/{id}/code', { params: { path: { id } } })),
  });
}

export function useLodge(id: string): UseMutationResult<Schema['LodgedObjection'], Error, Schema['NewObjection']> {
  return useMutation({
    mutationFn: (body) => data(api.POST('/api/wall/notices/{id}/objections', { params: { path: { id } }, body })),
  });
}

export function useFollowed(number: string): UseQueryResult<Schema['FollowedObjection']> {
  return useQuery({
    queryKey: ['wall', 'objection', number],
    enabled: number !== '',
    retry: false,
    queryFn: () => data(api.GET('/api/wall/objections/{number}', { params: { path: { number } } })),
  });
}
