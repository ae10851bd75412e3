import { queryOptions, useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { api, data, type Schema } from './client';
import { Problem } from './problem';

export type Session = Schema['Session'];

const KEY = ['session'] as const;

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: KEY,
  staleTime: 5 * 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      return await data(api.GET('/api/session'));
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) {
        return null;
      }
      throw problem;
    }
  },
});

export function useSessionQuery(): UseQueryResult<Session | null> {
  return useQuery(sessionQuery);
}

/** Begins a session on this page; nothing that was read for somebody else stays. */
export function beginSession(client: QueryClient, session: Session): void {
  client.setQueryData(KEY, session);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] && query.queryKey[0] !== 'welcome' });
}

/**
 * Goes on with a session that had ended: the same user finds the page as it was, with what was typed in it; for anybody
 * else all is begun anew.
 */
export function resumeSession(client: QueryClient, former: Session, session: Session): void {
  if (session.user.id !== former.user.id) {
    window.location.assign('/');
    return;
  }
  client.setQueryData(KEY, session);
  void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only on pages behind the sign-in. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) {
    throw new Error('useSession on a page without sign-in');
  }
  return session;
}

/** Whether who is signed in holds a right. The server decides; this only leaves out what it would refuse. */
export function useCan(right: string): boolean {
  return useSession().rights.includes(right);
}

/** Signs out. The page is loaded anew, so that nothing read for one person is left for the next at the same counter. */
export async function signOut(to = '/sign-in'): Promise<void> {
  await api.DELETE('/api/session');
  window.location.assign(to);
}
