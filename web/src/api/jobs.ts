import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Schema } from './client';

/** Long work that the server does by itself: an import, a monthly run. */
export type Job = Schema['JobView'];

const KEY = ['jobs'] as const;
const POLL_MS = 2_000;

export const isUnderWay = (job: Job): boolean => job.state === 'WAITING' || job.state === 'RUNNING';

/** The user's jobs; asked for again every two seconds only while one is under way. */
export function useJobs(): UseQueryResult<Job[]> {
  return useQuery({
    queryKey: KEY,
    queryFn: () => data(api.GET('/api/jobs')),
    refetchInterval: (query) => (query.state.data?.some(isUnderWay) ? POLL_MS : false),
  });
}

/** To be called after starting a job, so that the tray shows it. */
export function useJobStarted(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: KEY });
}

/** Stops a job, which leaves nothing behind; it ends a little later. */
export function useCancel(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id) => api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
