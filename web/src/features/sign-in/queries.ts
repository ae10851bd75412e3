import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Schema } from '../../api/client';
import { beginSession, type Session } from '../../api/session';

/** What anybody may see: whose platform this is, and the demonstration's sign-ins if it is one. */
export function useWelcome(): UseQueryResult<Schema['Welcome']> {
  return useQuery({ queryKey: ['welcome'], queryFn: () => data(api.GET('/api/welcome')) });
}

/** Signs in as one of the demonstration's users; asked for anew, because a one-time code is good for half a minute. */
export function useDemoSignIn(): UseMutationResult<Session, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (login) => {
      const { demoUsers } = await data(api.GET('/api/welcome'));
      const { password = '', code = '' } = demoUsers.find((user) => user.login === login) ?? {};
      return data(api.POST('/api/session', { body: { login, password, code } }));
    },
    onSuccess: (session) => beginSession(client, session),
  });
}

export function useSignIn(): UseMutationResult<Session, Error, Schema['SignIn']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => data(api.POST('/api/session', { body })),
    onSuccess: (session) => beginSession(client, session),
  });
}
