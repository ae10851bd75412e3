import { Input, Select } from 'antd';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useWords } from './i18n';
import type { List } from './useList';
import { words } from './words';

const TYPING_MS = 350;
/** The most that the server looks for. */
const TYPED_MAX = 60;

interface ChoiceProps {
  list: List;
  /** The filter's name in the address and in the server's query. */
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

/** One of several; nothing chosen means all. */
export function FilterChoice({ list, name, label, options }: ChoiceProps) {
  return (
    <Select<string | undefined>
      aria-label={label}
      placeholder={label}
      allowClear
      value={list.filters[name]}
      options={[...options]}
      onChange={(value) => list.filter(name, value)}
      popupMatchSelectWidth={false}
      className="filter"
    />
  );
}

/** A text to look for; asked for when the typing pauses, or at once with Enter. */
export function FilterText({ list, name, label }: Omit<ChoiceProps, 'options'>) {
  const w = useWords(words);
  const note = useId();
  const asked = list.filters[name] ?? '';
  const [typed, setTyped] = useState(asked);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    // The address changed by other means than this field, such as the search box above.
    setSeen(asked);
    setTyped(asked);
  }
  const tooLong = typed.trim().length > TYPED_MAX;
  const ask = () => {
    if (!tooLong) {
      list.filter(name, typed.trim());
    }
  };
  // What the other filters are when the wait is over counts, not what they were when it began.
  const askPausing = useEffectEvent(ask);
  useEffect(() => {
    if (typed === asked) {
      return undefined;
    }
    const timer = setTimeout(askPausing, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return (
    <span className="filter">
      <Input
        aria-label={label}
        placeholder={label}
        allowClear
        value={typed}
        {...(tooLong && { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': note })}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={ask}
      />
      {tooLong && (
        <span id={note} role="alert" className="field-fault">
          {w.tooLong(TYPED_MAX, typed.trim().length)}
        </span>
      )}
    </span>
  );
}
