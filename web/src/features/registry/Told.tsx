import { Form, Input, Select } from 'antd';
import type { Schema } from '../../api/client';
import { DayField } from '../../ui/DayField';
import { useWords } from '../../ui/i18n';
import { words } from './words';

/** Since when, who says so and what proves it: asked of every change. */
export function Told({ catalogue, dateLabel }: { catalogue: Schema['FactCatalogue']; dateLabel: string }) {
  const w = useWords(words);
  return (
    <>
      <Form.Item name="on" label={dateLabel} rules={[{ required: true }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="source" label={w.supplier} rules={[{ required: true }]}>
        <Select options={Object.entries(catalogue.suppliers).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="evidence" label={w.evidence}>
        <Input placeholder={w.evidenceHint} maxLength={500} />
      </Form.Item>
    </>
  );
}
