/**
 * What a list shows, as its address says it: filters by name, `sort`, `page`, and `open`, the key of the row in the side
 * panel. An address can so be kept, sent and gone back to.
 */
export interface ListState {
  filters: Readonly<Record<string, string>>;
  /** Column key, with `-` before it for downwards. */
  sort?: string;
  /** From 1. */
  page: number;
  open?: string;
}

const OWN = new Set(['sort', 'page', 'open']);

export function readList(search: URLSearchParams): ListState {
  const filters: Record<string, string> = {};
  for (const [name, value] of search) {
    if (!OWN.has(name) && value) {
      filters[name] = value;
    }
  }
  const sort = search.get('sort');
  const open = search.get('open');
  const page = Number(search.get('page') ?? '1');
  return {
    filters,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    ...(sort && { sort }),
    ...(open && { open }),
  };
}

export function writeList(state: ListState): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(state.filters)) {
    if (value) {
      search.set(name, value);
    }
  }
  if (state.sort) {
    search.set('sort', state.sort);
  }
  if (state.page > 1) {
    search.set('page', String(state.page));
  }
  if (state.open) {
    search.set('open', state.open);
  }
  return search;
}

/** Other filters begin again at the first page, with nothing open. An empty value clears a filter. */
export function withFilter(state: ListState, name: string, value: string | undefined): ListState {
  const filters = Object.fromEntries(Object.entries(state.filters).filter(([key]) => key !== name));
  if (value) {
    filters[name] = value;
  }
  return { filters, page: 1, ...(state.sort && { sort: state.sort }) };
}

export function withSort(state: ListState, sort: string | undefined): ListState {
  return { filters: state.filters, page: 1, ...(sort && { sort }) };
}

export function withPage(state: ListState, page: number): ListState {
  return { filters: state.filters, page: Math.max(1, page), ...(state.sort && { sort: state.sort }) };
}

export function withOpen(state: ListState, open: string | undefined): ListState {
  return { ...withPage(state, state.page), ...(open !== undefined && { open }) };
}
