import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, data } from '../api/client';
import { DayField } from '../ui/DayField';
import { useWords } from '../ui/i18n';
import { ProblemAlert } from '../ui/ProblemAlert';
import { words } from './words';

/** Moves a demonstration's today; everything shown is read again. */
export default function MoveDate({ today, moved }: { today: string; moved: () => void }) {
  const w = useWords(words);
  const client = useQueryClient();
  const [day, setDay] = useState(today);
  const move = useMutation({
    mutationFn: () => data(api.PUT('/api/demo/today', { body: { today: day } })),
    onSuccess: async () => {
      await client.invalidateQueries();
      moved();
    },
  });
  return (
    <div className="move-date">
      <p>{w.moveDate}</p>
      <DayField label={w.moveDate} value={day} allowClear={false} onChange={setDay} />{' '}
      <Button type="primary" disabled={day === today} loading={move.isPending} onClick={() => move.mutate()}>
        {w.moveDateDo}
      </Button>
      <p className="secondary">{w.moveDateNote}</p>
      {move.isError && <ProblemAlert problem={move.error} />}
    </div>
  );
}
