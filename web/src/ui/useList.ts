import { useLocation, useNavigate } from 'react-router';
import { readList, withFilter, withOpen, withPage, withSort, writeList, type ListState } from './listState';

/** A list's state and the ways to change it. Filters and the open row replace the address, pages add to the history. */
export interface List extends ListState {
  filter: (name: string, value: string | undefined) => void;
  sortBy: (sort: string | undefined) => void;
  turnTo: (page: number) => void;
  show: (key: string | undefined) => void;
  clear: () => void;
}

/** The list that the page's address describes. */
export function useList(): List {
  const location = useLocation();
  const navigate = useNavigate();
  const state = readList(new URLSearchParams(location.search));
  const go = (to: ListState, replace = true) => void navigate({ search: writeList(to).toString() }, { replace });
  return {
    ...state,
    filter: (name, value) => go(withFilter(state, name, value)),
    sortBy: (sort) => go(withSort(state, sort)),
    turnTo: (page) => go(withPage(state, page), false),
    show: (key) => go(withOpen(state, key)),
    clear: () => go({ filters: {}, page: 1 }),
  };
}
