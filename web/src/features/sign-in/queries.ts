import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Schema } from '../../api/client';
import { setSession, type Session } from '../../api/session';

/** What anybody may see: whose platform this is, and the demonstration's sign-ins if it is one. */
export function useWelcome(): UseQueryResult<Schema['Welcome']> {
  return useQuery({ queryKey: ['welcome'], queryFn: () => data(api.GET('/api/welcome')) });
}

export function useSignIn(): UseMutationResult<Session, Error, Schema['SignIn']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => data(api.POST('/api/session', { body })),
    onSuccess: (session) => setSession(client, session),
  });
}
