import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../ui/i18n';
import { readMore, readRate, readValue, type Bulk, type Mode } from './bulk';
import { words } from './words';

type Kind = Bulk['kind'];

/** One change for all areas that are shown: by a per cent, by a sum, or to one value. */
export function BulkBox({
  money,
  unit,
  count,
  apply,
}: {
  money: boolean;
  unit: string;
  count: number;
  apply: (bulk: Bulk) => void;
}) {
  const w = useWords(words);
  const [kind, setKind] = useState<Kind>('percent');
  const [typed, setTyped] = useState('');
  const [mode, setMode] = useState<Mode>('UP');
  const [to, setTo] = useState(money ? 100 : 1);
  const made = (): Bulk | undefined => {
    switch (kind) {
      case 'percent': {
        const rate = readRate(typed);
        return rate === undefined ? undefined : { kind, rate, to, mode };
      }
      case 'sum': {
        const more = readMore(typed, money);
        return more === undefined ? undefined : { kind, more };
      }
      case 'set': {
        const value = readValue(typed, money);
        return value === undefined ? undefined : { kind, value };
      }
    }
  };
  const bulk = made();
  const wrong = typed.trim() !== '' && bulk === undefined;
  const steps = money
    ? [
        { value: 1, label: w.toFen },
        { value: 10, label: w.toJiao },
        { value: 100, label: w.toYuan },
        { value: 1000, label: w.toTenYuan },
      ]
    : [{ value: 1, label: w.toOne }];
  return (
    <div className="value-bulk" role="group" aria-label={w.bulk}>
      <Select<Kind>
        aria-label={w.bulk}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'percent', label: w.byPercent },
          { value: 'sum', label: w.bySum(unit) },
          { value: 'set', label: w.toOneValue(unit) },
        ]}
      />
      <Input
        className="figures"
        inputMode="decimal"
        autoComplete="off"
        aria-label={w.bulkBy}
        value={typed}
        {...(kind === 'percent' && { suffix: '%' })}
        {...(wrong && { status: 'error' as const, 'aria-invalid': true })}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={() => bulk && apply(bulk)}
      />
      {kind === 'percent' && (
        <>
          <Select aria-label={w.roundTo} value={to} onChange={setTo} options={steps} />
          <Select<Mode>
            aria-label={w.roundMode}
            value={mode}
            onChange={setMode}
            options={[
              { value: 'UP', label: w.roundUp },
              { value: 'NEAREST', label: w.roundNearest },
              { value: 'DOWN', label: w.roundDown },
            ]}
          />
        </>
      )}
      <Button disabled={!bulk || count === 0} onClick={() => bulk && apply(bulk)}>
        {w.applyTo(count)}
      </Button>
      {wrong && (
        <span role="alert" className="field-fault">
          {w.bulkWrong}
        </span>
      )}
    </div>
  );
}
