import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { api, data, type Rows, type Schema } from '../../api/client';
import type { ListQuery } from '../../ui/DataTable';

export type EntryView = Schema['EntryView'];
export type Proof = Schema['ProofView'];

const FILTERS = ['actor', 'action', 'subject', 'subjectId', 'from', 'to'] as const;

/** A part of the log, newest first. */
export function loadEntries({ filters, offset, size }: ListQuery): Promise<Rows<EntryView>> {
  const asked = Object.fromEntries(FILTERS.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
  return data(api.GET('/api/audit', { params: { query: { ...asked, offset, size } } }));
}

/** Has the server check every entry against the chain. */
export function useProof(): UseMutationResult<Proof, Error, void> {
  return useMutation({ mutationFn: () => data(api.POST('/api/audit/proof')) });
}
