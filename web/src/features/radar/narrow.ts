import { writeList } from '../../ui/listState';
import type { List } from '../../ui/useList';

/** What stays when a number is followed to its list; by what else a list was narrowed, the number does not count. */
const KEPT: readonly string[] = ['area', 'programme', 'view'];

/** The address of the list that a number counts. */
export function listOf(list: Pick<List, 'filters'>, by: Readonly<Record<string, string>>): string {
  const kept = Object.entries(list.filters).filter(([name]) => KEPT.includes(name));
  return `?${writeList({ filters: { ...Object.fromEntries(kept), ...by }, page: 1 }).toString()}`;
}
