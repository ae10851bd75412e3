import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, data, type Rows, type Schema } from '../../api/client';
import type { ListQuery } from '../../ui/DataTable';

export type User = Schema['UserView'];
export type Role = Schema['RoleView'];

export const USERS = ['users'] as const;

/** A part of the list of users. */
export function loadUsers({ filters, offset, size }: ListQuery): Promise<Rows<User>> {
  return data(api.GET('/api/users', { params: { query: { q: filters['q'] ?? '', offset, size } } }));
}

export function useRoles(): UseQueryResult<Role[]> {
  return useQuery({ queryKey: ['roles'], staleTime: Infinity, queryFn: () => data(api.GET('/api/roles')) });
}

/** An invitation that was just made; its address is told once. */
export interface Issued {
  name: string;
  login: string;
  token: string;
}

export function useInvite(): UseMutationResult<Issued, Error, Schema['NewUser']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body) => ({ ...body, ...(await data(api.POST('/api/users', { body }))) }),
    onSuccess: () => void client.invalidateQueries({ queryKey: USERS }),
  });
}

export function useInviteAgain(): UseMutationResult<Issued, Error, User> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, name, login }) => {
      const { token } = await data(api.POST('/api/users/{id}/invitation', { params: { path: { id } } }));
      return { name, login, token };
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: USERS }),
  });
}

export function useClose(): UseMutationResult<void, Error, User> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }) => {
      await api.DELETE('/api/users/{id}', { params: { path: { id } } });
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: USERS }),
  });
}
