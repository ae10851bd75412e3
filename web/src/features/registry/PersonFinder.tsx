import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../ui/i18n';
import { findPersons } from './queries';
import { words } from './words';

interface Props {
  value?: string;
  onChange?: (person: string) => void;
  id?: string;
}

/** Chooses somebody who is registered, by what is typed. */
export function PersonFinder({ value, onChange, id }: Props) {
  const w = useWords(words);
  const [typed, setTyped] = useState('');
  const found = useQuery({
    queryKey: ['registry', 'persons', typed],
    enabled: typed.trim().length > 1,
    queryFn: () => findPersons(typed.trim()),
  });
  return (
    <Select
      {...(id && { id })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value}
      loading={found.isFetching}
      placeholder={w.search}
      onChange={(person) => onChange?.(person)}
      options={(found.data ?? []).map((line) => ({
        value: line.id,
        label: [line.name, line.sex, line.age, line.areaPath, line.citizenMasked].filter(Boolean).join(' · '),
      }))}
    />
  );
}
