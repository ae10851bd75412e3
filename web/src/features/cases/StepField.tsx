import { Form, Input, Radio, Select } from 'antd';
import { useSession } from '../../api/session';
import type { DayBounds } from '../../ui/day';
import { DayInput } from '../../ui/DayInput';
import { useDayRules } from '../../ui/dayRules';
import { useWords } from '../../ui/i18n';
import { useNumberRules, useTextRules } from '../../ui/textRules';
import { words as shared } from '../../ui/words';
import type { Field } from './stepValues';
import { words } from './words';

const TEXT_MAX = 4000;

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

/** A field of the workflow as antd draws it. */
function control(field: Field, w: Words, yuan: string, bounds: DayBounds) {
  switch (field.kind) {
    case 'COUNT':
      return <Input inputMode="numeric" autoComplete="off" className="case-number" />;
    case 'MONEY':
      return <Input inputMode="decimal" autoComplete="off" suffix={yuan} className="case-number" />;
    case 'DATE':
      return <DayInput {...bounds} />;
    case 'FLAG':
      return (
        <Radio.Group
          options={[
            { value: true, label: w.yes },
            { value: false, label: w.no },
          ]}
        />
      );
    case 'PEOPLE':
      return <Select mode="tags" open={false} placeholder={w.peopleHint} tokenSeparators={['、', '，', ',', ' ']} />;
    case 'CHOICE':
      return <Radio.Group options={Object.entries(field.choices).map(([value, label]) => ({ value, label }))} />;
    default:
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />;
  }
}

/** An entry of a step's form; says at once what cannot be taken. */
export function StepField({ field }: { field: Field }) {
  const w = useWords(words);
  const { yuan } = useWords(shared);
  const { today } = useSession();
  const bounds = { max: today, ...(field.earliest && { min: field.earliest.day }) };
  const days = useDayRules({ required: field.required, ...bounds });
  const text = useTextRules();
  const number = useNumberRules();
  const rules = () => {
    switch (field.kind) {
      case 'DATE':
        return days;
      case 'COUNT':
      case 'MONEY':
        return { rules: number(field.kind, field.required) };
      case 'TEXT':
        return { rules: text(TEXT_MAX, field.required) };
      case 'PEOPLE':
        return { rules: [{ required: field.required, type: 'array' as const, message: w.choose }] };
      default:
        return { rules: [{ required: field.required, message: w.choose }] };
    }
  };
  const note = field.earliest && { extra: w.notBefore(field.earliest.day, field.earliest.of) };
  return (
    <Form.Item name={['form', field.id]} label={field.title} {...rules()} {...note}>
      {control(field, w, yuan, bounds)}
    </Form.Item>
  );
}
