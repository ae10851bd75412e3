import { CalendarOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useCan, useSession } from '../api/session';
import { DateText } from '../ui/DateText';
import { useWords } from '../ui/i18n';
import { Skeleton } from '../ui/Waiting';
import { words } from './words';

const MoveDate = lazy(() => import('./MoveDate'));

/** The day the platform works on. In a demonstration it is marked, and who may can move it. */
export function BusinessDate() {
  const w = useWords(words);
  const { today, demo } = useSession();
  const mayMove = useCan('demo.date') && demo;
  const [open, setOpen] = useState(false);
  const date = (
    <>
      <DateText date={today} withWeekday /> {demo && <span className="demo-mark">{w.demo}</span>}
    </>
  );
  if (!mayMove) {
    return (
      <span className="business-date" title={w.businessDate}>
        {date}
      </span>
    );
  }
  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={open}
      onOpenChange={setOpen}
      content={
        <Suspense fallback={<Skeleton lines={2} />}>
          <MoveDate today={today} moved={() => setOpen(false)} />
        </Suspense>
      }
    >
      <Button type="text" className="business-date" icon={<CalendarOutlined />} title={w.businessDate}>
        {date}
      </Button>
    </Popover>
  );
}
