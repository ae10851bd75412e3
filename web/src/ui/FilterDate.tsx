import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { List } from './useList';

interface Props {
  list: List;
  /** The filter's name in the address and in the server's query. */
  name: string;
  label: string;
}

/** A day, as YYYY-MM-DD in the address. Apart from the other filters, for the calendar is large. */
export function FilterDate({ list, name, label }: Props) {
  const chosen = dayjs(list.filters[name] ?? '');
  return (
    <DatePicker
      aria-label={label}
      placeholder={label}
      value={chosen.isValid() ? chosen : null}
      onChange={(picked) => list.filter(name, picked ? picked.format('YYYY-MM-DD') : undefined)}
      className="filter"
    />
  );
}
