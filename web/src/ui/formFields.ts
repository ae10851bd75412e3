import { Problem, type ProblemPart } from '../api/problem';

/** A field of a form, by the way to it: `['facts', 'birth_date']`, `['members', 0, 'name']`. */
export type FieldName = (string | number)[];

/** What a problem says is wrong: its parts, or itself. */
export function partsOf(problem: unknown): readonly ProblemPart[] {
  if (!(problem instanceof Problem)) {
    return [];
  }
  return problem.parts.length > 0
    ? problem.parts
    : [{ pointer: problem.pointer, detail: problem.detail || problem.message }];
}

/**
 * The field that a pointer leads to. What stands before it is the server's own grouping: `/told/on` is the field `on`.
 * Undefined where the form has no such field.
 */
export function fieldAt(pointer: string, fields: readonly FieldName[]): FieldName | undefined {
  return fields
    .filter((field) => pointer.endsWith(`/${field.join('/')}`))
    .reduce<FieldName | undefined>((best, field) => (best && best.length >= field.length ? best : field), undefined);
}

/** Takes people to a field, into its first control where it has several. */
export function goTo(name: FieldName): void {
  const field = document.getElementById(name.join('_'));
  const target = field?.matches('input, textarea, button, select')
    ? field
    : field?.querySelector<HTMLElement>('input, textarea, button, [tabindex]');
  target?.focus();
  field?.scrollIntoView({ block: 'center' });
}
