/** The page of one file of a draft. */
export const fileAddress = (id: string, path: string) => `/drafts/${id}/file?path=${encodeURIComponent(path)}`;

/** The page of a programme's conditions. */
export const clausesAddress = (id: string, path: string) => `/drafts/${id}/clauses?path=${encodeURIComponent(path)}`;
