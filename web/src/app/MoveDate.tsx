import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api, data } from '../api/client';
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
      <DatePicker
        aria-label={w.moveDate}
        value={dayjs(day)}
        allowClear={false}
        showNow={false}
        onChange={(picked) => picked && setDay(picked.format('YYYY-MM-DD'))}
      />{' '}
      <Button type="primary" disabled={day === today} loading={move.isPending} onClick={() => move.mutate()}>
        {w.moveDateDo}
      </Button>
      <p className="secondary">{w.moveDateNote}</p>
      {move.isError && <ProblemAlert problem={move.error} />}
    </div>
  );
}
