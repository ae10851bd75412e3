import { DayField } from './DayField';
import type { List } from './useList';

interface Props {
  list: List;
  /** The filter's name in the address and in the server's query. */
  name: string;
  label: string;
  /** The filter that holds the first day, where this one holds the last. */
  notBefore?: string;
}

/** A day, as YYYY-MM-DD in the address. Apart from the other filters, for the calendar is large. */
export function FilterDate({ list, name, label, notBefore }: Props) {
  return (
    <div className="filter">
      <DayField
        label={label}
        placeholder={label}
        value={list.filters[name]}
        min={notBefore && list.filters[notBefore]}
        onChange={(day) => list.filter(name, day === '' ? undefined : day)}
      />
    </div>
  );
}
