import { Input, Select } from 'antd';
import { AreaPicker } from '../../ui/AreaPicker';
import { DayInput, type DayProps } from '../../ui/DayInput';
import type { FactForm } from './queries';

/** What a form hands to its field, a day's own marks among them. */
interface Props extends Pick<DayProps, 'onBlur' | 'aria-describedby' | 'aria-required' | 'aria-invalid'> {
  fact: FactForm;
  value?: string | undefined;
  onChange?: (value: string) => void;
  id?: string;
}

const FLAGS = ['是', '否'];

/** Where a fact is written, as its kind wants it. Empty means not known. */
export function FactInput({ fact, value, onChange, id, onBlur, ...marks }: Props) {
  const set = (text: string | undefined) => onChange?.(text ?? '');
  const own = { ...marks, ...(id && { id }) };
  switch (fact.kind) {
    case 'CODE':
    case 'FLAG': {
      const options =
        fact.kind === 'FLAG'
          ? FLAGS.map((flag) => ({ value: flag, label: flag }))
          : Object.entries(fact.codes).map(([code, label]) => ({ value: code, label }));
      return (
        <Select
          {...own}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={value === '' ? undefined : value}
          options={options}
          onChange={set}
        />
      );
    }
    case 'AREA':
      return <AreaPicker smallest {...own} value={value === '' ? undefined : value} onChange={set} />;
    case 'DATE':
      return <DayInput {...own} value={value} onChange={set} onBlur={onBlur} />;
    case 'MONEY':
      return (
        <Input
          {...own}
          inputMode="decimal"
          suffix={fact.unit}
          value={value ?? ''}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'COUNT':
    case 'TEXT':
    case 'CITIZEN_ID':
      return <Input {...own} value={value ?? ''} onChange={(event) => set(event.target.value)} />;
  }
}
