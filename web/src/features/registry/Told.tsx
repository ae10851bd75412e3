import { Form, Input, Select } from 'antd';
import type { Schema } from '../../api/client';
import { DayInput } from '../../ui/DayInput';
import { useDayRules } from '../../ui/dayRules';
import { useSession } from '../../api/session';
import { useWords } from '../../ui/i18n';
import { useTextRules } from '../../ui/textRules';
import { words } from './words';

const EVIDENCE_MAX = 500;

interface Props {
  catalogue: Schema['FactCatalogue'];
  dateLabel: string;
  /** Whether a paper proves all of it; a new household's facts are proven one by one in its file. */
  evidence?: boolean;
}

/** Since when, who says so and what proves it: asked of every change. */
export function Told({ catalogue, dateLabel, evidence = true }: Props) {
  const w = useWords(words);
  const text = useTextRules();
  const { today } = useSession();
  const days = useDayRules({ required: true, max: today });
  return (
    <>
      <Form.Item name="on" label={dateLabel} {...days}>
        <DayInput max={today} />
      </Form.Item>
      <Form.Item name="source" label={w.supplier} rules={[{ required: true }]}>
        <Select options={Object.entries(catalogue.suppliers).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      {evidence && (
        <Form.Item name="evidence" label={w.evidence} rules={text(EVIDENCE_MAX)}>
          <Input placeholder={w.evidenceHint} />
        </Form.Item>
      )}
    </>
  );
}
