import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select, Slider } from 'antd';
import { useSession } from '../../api/session';
import { AreaPicker } from '../../ui/AreaPicker';
import { useWords } from '../../ui/i18n';
import { MonthField } from '../../ui/MonthField';
import { rangeOf } from './figures';
import type { AskedChange, Changeable, Options } from './queries';
import { words } from './words';

const VALUE_MAX = 20;
const LAST_MONTH = '2060-12';

interface Props {
  options: Options;
  changes: readonly AskedChange[];
  month: string;
  onChange: (changes: AskedChange[]) => void;
}

/** What is changed: each with its parameter, place, month and value, which a slider moves. */
export function Changes({ options, changes, month, onChange }: Props) {
  const w = useWords(words);
  const session = useSession();
  const first = options.parameters.find((one) => one.money) ?? options.parameters[0];
  const add = () => {
    if (first) {
      onChange([
        ...changes,
        { parameter: first.name, areaCode: session.area.code, from: month, how: 'RAISE', value: '10', of: '' },
      ]);
    }
  };
  return (
    <section className="box trial-changes" aria-label={w.changes}>
      <h2>{w.changes}</h2>
      {changes.map((change, place) => (
        <ChangeFields
          key={place}
          options={options}
          change={change}
          onChange={(changed) => onChange(changes.map((one, at) => (at === place ? changed : one)))}
          onDrop={() => onChange(changes.filter((_, at) => at !== place))}
        />
      ))}
      <Button icon={<PlusOutlined />} onClick={add}>
        {w.addChange}
      </Button>
    </section>
  );
}

interface FieldsProps {
  options: Options;
  change: AskedChange;
  onChange: (change: AskedChange) => void;
  onDrop: () => void;
}

function ChangeFields({ options, change, onChange, onDrop }: FieldsProps) {
  const w = useWords(words);
  const named = options.parameters.find((one) => one.name === change.parameter);
  const parameters = options.parameters.map(({ name, label }) => ({ value: name, label }));
  return (
    <fieldset className="trial-change">
      <legend>{named?.label ?? change.parameter}</legend>
      <label>
        <span>{w.parameter}</span>
        <Select
          value={change.parameter}
          options={parameters}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(parameter) => onChange({ ...change, parameter })}
        />
      </label>
      <label>
        <span>{w.where}</span>
        <AreaPicker
          value={change.areaCode}
          onChange={(areaCode) => onChange({ ...change, areaCode: areaCode ?? '' })}
        />
      </label>
      <label>
        <span>{w.since}</span>
        <MonthField value={change.from} max={LAST_MONTH} onChange={(from) => onChange({ ...change, from })} />
      </label>
      <label>
        <span>{w.how}</span>
        <Select<AskedChange['how']>
          value={change.how}
          options={(['SET', 'RAISE', 'SHARE'] as const).map((value) => ({ value, label: w[value] }))}
          popupMatchSelectWidth={false}
          onChange={(how) => onChange({ ...change, how, value: startOf(how, named) })}
        />
      </label>
      {change.how === 'SHARE' && (
        <label>
          <span>{w.of}</span>
          <Select
            value={change.of || undefined}
            options={parameters.filter(({ value }) => value !== change.parameter)}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={(of: string) => onChange({ ...change, of })}
          />
        </label>
      )}
      <ValueField change={change} named={named} onChange={onChange} />
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

/** With what a value begins: what holds now, ten per cent more, or all of another. */
function startOf(how: AskedChange['how'], named: Changeable | undefined): string {
  if (how !== 'SET') {
    return how === 'RAISE' ? '10' : '100';
  }
  const present = named?.presentNumber;
  return present === undefined ? '' : String(named?.money ? Math.round(present / 100) : present);
}

function ValueField({
  change,
  named,
  onChange,
}: {
  change: AskedChange;
  named: Changeable | undefined;
  onChange: (change: AskedChange) => void;
}) {
  const w = useWords(words);
  const money = named?.money ?? false;
  const [low, high] = rangeOf(change, named?.presentNumber, money);
  const unit = change.how === 'SET' ? (money ? w.yuan(named?.unit ?? '') : (named?.unit ?? '')) : w.percent;
  return (
    <div className="trial-value">
      <label>
        <span>
          {w.value} {unit}
        </span>
        <Input
          className="figures"
          inputMode="decimal"
          maxLength={VALUE_MAX}
          value={change.value}
          onChange={({ target }) => onChange({ ...change, value: target.value.trim() })}
        />
      </label>
      <Slider
        min={low}
        max={high}
        value={Number(change.value) || 0}
        tooltip={{ open: false }}
        ariaLabelForHandle={`${named?.label ?? ''} ${w.value}`}
        onChange={(value: number) => onChange({ ...change, value: String(value) })}
      />
      <p className="secondary">{named?.present ? w.present(named.present) : w.presentVaries}</p>
    </div>
  );
}
