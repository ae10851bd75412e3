import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Schema } from '../../api/client';
import { beginSession, sessionQuery, type Session } from '../../api/session';

/** What anybody may see: whose platform this is, and the demonstration's sign-ins if it is one. */
export function useWelcome(): UseQueryResult<Schema['Welcome']> {
  return useQuery({ queryKey: ['welcome'], queryFn: () => data(api.GET('/api/welcome')) });
}

/** Signs in as one of the demonstration's users; asked for anew, because a one-time code is good for half a minute. */
export function useDemoSignIn(begin = beginSession): UseMutationResult<Session, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (login) => {
      const { demoUsers } = await data(api.GET('/api/welcome'));
      const { password = '', code = '' } = demoUsers.find((user) => user.login === login) ?? {};
      return data(api.POST('/api/session', { body: { login, password, code } }));
    },
    onSuccess: (session) => begin(client, session),
  });
}

export function useSignIn(begin = beginSession): UseMutationResult<Session, Error, Schema['SignIn']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => data(api.POST('/api/session', { body })),
    onSuccess: (session) => begin(client, session),
  });
}

/** Who is invited by the end of an invitation's address. */
export function useInvitation(token: string): UseQueryResult<Schema['Invitation']> {
  return useQuery({
    queryKey: ['invitation', token],
    staleTime: Infinity,
    queryFn: () => data(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
  });
}

/** Takes up an invitation. */
export function useAccept(token: string): UseMutationResult<void, Error, Schema['Accept']> {
  return useMutation({
    mutationFn: async (body) => {
      await api.POST('/api/invitations/{token}', { params: { path: { token } }, body });
    },
  });
}

/** Replaces one's own password; the session may have waited for it. */
export function useChangePassword(): UseMutationResult<void, Error, Schema['NewPassword']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body) => {
      await api.PUT('/api/session/password', { body });
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}
