import { signs } from './i18n';
import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Problem } from '../api/problem';
import { fieldAt, goTo, partsOf, type FieldName } from './formFields';
import { ProblemAlert } from './ProblemAlert';

/** A form's fields are there before its refusals: nothing to be told of. */
const unchanging = () => () => undefined;

/** The places of those parts of a problem that no field of the form shows. */
function homeless(form: FormInstance, problem: unknown): string {
  const fields = fieldsOf(form);
  return partsOf(problem)
    .flatMap(({ pointer }, place) => (fieldAt(pointer, fields) ? [] : [place]))
    .join(' ');
}

const fieldsOf = (form: FormInstance): FieldName[] => form.getFieldsError().map(({ name }) => name);

/**
 * What was refused of a form, inside it and before its fields: each refusal stands at the field it points to, and what
 * points to none stands here. Whoever sent the form is taken there, and a refusal goes when its field is changed.
 */
export function Refused({ problem }: { problem: unknown }) {
  const form = Form.useFormInstance();
  const values: unknown = Form.useWatch([], form);
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<{ name: FieldName; value: unknown; detail: string }[]>([]);
  const left = useSyncExternalStore(unchanging, () => homeless(form, problem));

  useEffect(() => {
    const fields = fieldsOf(form);
    shown.current = partsOf(problem).flatMap(({ pointer, detail }) => {
      const name = fieldAt(pointer, fields);
      return name ? [{ name, value: form.getFieldValue(name) as unknown, detail }] : [];
    });
    shown.current.forEach(({ name, detail }) => form.setFields([{ name, errors: [detail] }]));
    const [first] = shown.current;
    if (first) {
      goTo(first.name);
    } else if (problem) {
      box.current?.focus();
      box.current?.scrollIntoView({ block: 'center' });
    }
    return () => {
      shown.current.forEach((refusal) => forget(form, refusal));
      shown.current = [];
    };
  }, [form, problem]);

  useEffect(() => {
    shown.current = shown.current.filter((refusal) => {
      const same = form.getFieldValue(refusal.name) === refusal.value;
      if (!same) {
        forget(form, refusal);
      }
      return same;
    });
  }, [form, values]);

  if (!problem || (partsOf(problem).length > 0 && left === '')) {
    return null;
  }
  return (
    <div ref={box} tabIndex={-1} className="form-refused">
      <ProblemAlert problem={rest(problem, left)} />
    </div>
  );
}

/** Takes a refusal back from its field, unless the field's own rules have something to say by now. */
function forget(form: FormInstance, { name, detail }: { name: FieldName; detail: string }): void {
  if (form.getFieldError(name).includes(detail)) {
    form.setFields([{ name, errors: [] }]);
  }
}

/** A problem without the parts that stand at their fields. */
function rest(problem: unknown, left: string): unknown {
  const parts = partsOf(problem);
  const places = left.split(' ');
  if (!(problem instanceof Problem) || places.length === parts.length) {
    return problem;
  }
  const details = parts.filter((_, place) => places.includes(String(place))).map(({ detail }) => detail);
  return new Problem(problem.status, problem.code, '', details.join(signs().further));
}
