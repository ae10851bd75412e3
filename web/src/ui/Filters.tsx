import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { List } from './useList';

const TYPING_MS = 350;

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
  const asked = list.filters[name] ?? '';
  const [typed, setTyped] = useState(asked);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    // The address changed by other means than this field, such as the search box above.
    setSeen(asked);
    setTyped(asked);
  }
  useEffect(() => {
    if (typed === asked) {
      return undefined;
    }
    const timer = setTimeout(() => list.filter(name, typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only typing starts the wait
  }, [typed]);
  return (
    <Input
      aria-label={label}
      placeholder={label}
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => list.filter(name, typed.trim())}
      className="filter"
    />
  );
}
