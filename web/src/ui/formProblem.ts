import { Problem } from '../api/problem';

/** The field of a form that a refusal points to, `/areaCode` to `areaCode`; undefined when it is about the whole. */
export function fieldOf<Field extends string>(problem: unknown, fields: readonly Field[]): Field | undefined {
  return problem instanceof Problem ? fields.find((field) => problem.pointer === `/${field}`) : undefined;
}

/** What is needed of a form; `never`, because the fields of a form are of its own type. */
interface FieldForm {
  setFields: (fields: { name: never; errors: string[] }[]) => void;
  focusField: (name: never) => void;
}

/** Shows a refusal at the field it points to, and goes there. What points to none is for the form to show itself. */
export function showAtField(form: FieldForm, problem: unknown, fields: readonly string[]): void {
  const field = fieldOf(problem, fields);
  if (field !== undefined && problem instanceof Problem) {
    form.setFields([{ name: field as never, errors: [problem.detail || problem.message] }]);
    form.focusField(field as never);
  }
}
