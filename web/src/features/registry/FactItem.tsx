import { Form } from 'antd';
import { useDayRules } from '../../ui/dayRules';
import { useTextRules } from '../../ui/textRules';
import { FactInput } from './FactInput';
import type { FactForm } from './queries';

const TEXT_MAX = 500;

interface Props {
  fact: FactForm;
  /** Where the fact stands in the form. */
  name: (string | number)[];
  required?: boolean;
  /** Said beside the label on request. */
  tooltip?: string;
}

/** A fact in a form, refused at once where what is written cannot be a day. */
export function FactItem({ fact, name, required = false, tooltip }: Props) {
  const text = useTextRules();
  const days = useDayRules({ required });
  return (
    <Form.Item
      name={name}
      label={fact.label}
      {...(tooltip && { tooltip })}
      {...(fact.kind === 'DATE' ? days : { rules: text(TEXT_MAX, required) })}
    >
      <FactInput fact={fact} />
    </Form.Item>
  );
}
