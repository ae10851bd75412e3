import type { ClausePart, PartChange } from '../queries';

/** A part as somebody writes it. */
export interface Edit {
  title: string;
  rule: string;
  refusal: string;
  cites: readonly string[];
}

export const editOf = ({ writtenTitle, rule, writtenRefusal, cites }: ClausePart): Edit => ({
  title: writtenTitle,
  rule,
  refusal: writtenRefusal,
  cites,
});

/** Whether an edit says something else than the part does. */
export function differs(part: ClausePart, edit: Edit | undefined): boolean {
  const file = editOf(part);
  return (
    edit !== undefined &&
    (edit.title !== file.title ||
      edit.rule !== file.rule ||
      edit.refusal !== file.refusal ||
      edit.cites.join('\n') !== file.cites.join('\n'))
  );
}

/** The fields that say nothing although the part has them. */
export function blank(part: ClausePart, edit: Edit): readonly ClausePart['has'][number][] {
  const texts = { TITLE: edit.title, RULE: edit.rule, REFUSAL: edit.refusal };
  return part.has.filter((field) =>
    field === 'CITES'
      ? edit.cites.length === 0 || edit.cites.some((cite) => sourceOf(cite) === '')
      : texts[field].trim() === '',
  );
}

export const changeOf = (path: string, part: ClausePart, edit: Edit, revision: number): PartChange => ({
  path,
  key: part.key,
  revision,
  title: edit.title,
  rule: edit.rule,
  refusal: edit.refusal,
  cites: edit.cites.map((cite) => cited(sourceOf(cite), articleOf(cite))),
});

/** The document of a citation: order-649#第九条 → order-649. */
export const sourceOf = (cite: string): string => cite.split('#')[0]?.trim() ?? '';

/** The article of a citation; empty where it cites the whole document. */
export const articleOf = (cite: string): string => cite.split('#').slice(1).join('#');

/** A document and its article, written as a citation. */
export const cited = (source: string, article: string): string =>
  article.trim() === '' ? source : `${source}#${article.trim()}`;
