import { Input, Select } from 'antd';
import { AreaPicker } from '../../ui/AreaPicker';
import { DayField } from '../../ui/DayField';
import type { FactForm } from './queries';

interface Props {
  fact: FactForm;
  value?: string | undefined;
  onChange?: (value: string) => void;
  id?: string;
}

const FLAGS = ['是', '否'];

/** Where a fact is written, as its kind wants it. Empty means not known. */
export function FactInput({ fact, value, onChange, id }: Props) {
  const set = (text: string | undefined) => onChange?.(text ?? '');
  const own = { ...(id && { id }) };
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
      return <AreaPicker {...own} value={value === '' ? undefined : value} onChange={set} />;
    case 'DATE':
      return <DayField {...own} value={value} onChange={set} />;
    case 'MONEY':
      return (
        <Input
          {...own}
          inputMode="decimal"
          suffix="元"
          value={value ?? ''}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'COUNT':
    case 'TEXT':
    case 'CITIZEN_ID':
      return <Input {...own} value={value ?? ''} maxLength={500} onChange={(event) => set(event.target.value)} />;
  }
}
