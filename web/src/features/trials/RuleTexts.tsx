import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useRuleText, type AskedText, type Options } from './queries';
import { words } from './words';

const TEXT_MAX = 20_000;

interface Props {
  options: Options;
  texts: readonly AskedText[];
  month: string;
  onChange: (texts: AskedText[]) => void;
}

/** Other texts of programmes: a clause, an amount, a date. They are tried only once somebody says so, whole. */
export function RuleTexts({ options, texts, month, onChange }: Props) {
  const w = useWords(words);
  const read = useRuleText();
  const add = (programme: string) =>
    read.mutate(
      { programme, month },
      { onSuccess: (text) => onChange([...texts.filter(({ path }) => path !== text.path), text]) },
    );
  return (
    <section className="box trial-changes" aria-label={w.rules}>
      <h2>{w.rules}</h2>
      <p className="secondary">{w.rulesNote}</p>
      {texts.map((text) => (
        <RuleText
          key={text.path}
          text={text}
          onChange={(changed) => onChange(texts.map((one) => (one.path === changed.path ? changed : one)))}
          onDrop={() => onChange(texts.filter(({ path }) => path !== text.path))}
        />
      ))}
      {read.isError && <ProblemAlert problem={read.error} />}
      <Select
        aria-label={w.ruleOf}
        placeholder={w.ruleOf}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        loading={read.isPending}
        options={Object.entries(options.programmes).map(([value, label]) => ({ value, label }))}
        onChange={(programme: string | null) => programme && add(programme)}
      />
    </section>
  );
}

function RuleText({
  text,
  onChange,
  onDrop,
}: {
  text: AskedText;
  onChange: (text: AskedText) => void;
  onDrop: () => void;
}) {
  const w = useWords(words);
  const [draft, setDraft] = useState(text.text);
  return (
    <fieldset className="trial-change">
      <legend>{text.path}</legend>
      <Input.TextArea
        aria-label={text.path}
        className="trial-rule"
        rows={14}
        maxLength={TEXT_MAX}
        spellCheck={false}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
      />
      <Button disabled={draft === text.text} onClick={() => onChange({ ...text, text: draft })}>
        {w.ruleTry}
      </Button>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={w.dropChange}
        title={w.dropChange}
        className="trial-drop"
        onClick={onDrop}
      />
    </fieldset>
  );
}
