import { useSyncExternalStore } from 'react';
import { PHONE_MAX_PX } from './theme';

const query = window.matchMedia(`(max-width: ${PHONE_MAX_PX}px)`);

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the page is one column. For what style sheets cannot do, such as a table that becomes cards. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
