import { useQueryClient } from '@tanstack/react-query';
import { LoadingOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { isUnderWay, useCancel, useJobs, type Job } from '../api/jobs';
import { MomentText } from '../ui/DateText';
import { Empty } from '../ui/Empty';
import { useWords } from '../ui/i18n';
import { ProblemAlert } from '../ui/ProblemAlert';
import { StateTag, type Tone } from '../ui/StateTag';
import { Loaded, Progress } from '../ui/Waiting';
import { words } from './words';

const TONES: Readonly<Record<Job['state'], Tone>> = {
  WAITING: 'neutral',
  RUNNING: 'active',
  DONE: 'settled',
  FAILED: 'refused',
  CANCELLED: 'neutral',
};

/** Long work and how far it is. It is the server's: signing out or closing the browser does not stop it. */
export function JobTray() {
  const w = useWords(words);
  const jobs = useJobs();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const running = jobs.data?.filter(isUnderWay).length ?? 0;
  const endedBefore = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (!jobs.data) {
      return;
    }
    const ended = new Set(jobs.data.filter((job) => !isUnderWay(job)).map((job) => job.id));
    const before = endedBefore.current;
    endedBefore.current = ended;
    if (before && [...ended].some((id) => !before.has(id))) {
      // What it worked on has changed, even where it was too quick to be seen running.
      void client.invalidateQueries();
    }
  }, [jobs.data, client]);

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={w.jobs}
      open={open}
      onOpenChange={(wanted) => {
        setOpen(wanted);
        if (wanted) {
          void jobs.refetch();
        }
      }}
      content={
        <div className="jobs">
          <Loaded query={jobs}>
            {(all) =>
              all.length === 0 ? (
                <Empty title={w.noJobs}>{w.noJobsNote}</Empty>
              ) : (
                <ul>
                  {all.map((job) => (
                    <JobLine key={job.id} job={job} leave={() => setOpen(false)} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </div>
      }
    >
      <Button
        type="text"
        icon={running > 0 ? <LoadingOutlined /> : <UnorderedListOutlined />}
        aria-label={running > 0 ? w.jobsRunning(running) : w.jobs}
        title={running > 0 ? w.jobsRunning(running) : w.jobs}
      >
        {running > 0 && <span className="figures">{running}</span>}
      </Button>
    </Popover>
  );
}

function JobLine({ job, leave }: { job: Job; leave: () => void }) {
  const w = useWords(words);
  const cancel = useCancel();
  const said = { WAITING: w.waiting, RUNNING: w.running, DONE: w.done, FAILED: w.failed, CANCELLED: w.cancelled };
  return (
    <li className="job">
      <div>
        <strong>{job.title}</strong> <StateTag tone={TONES[job.state]}>{said[job.state]}</StateTag>
      </div>
      {isUnderWay(job) && <Progress done={job.done} total={job.total} label={job.title} />}
      {job.cancelledBy && <div className="secondary">{w.cancelledBy(job.cancelledBy)}</div>}
      {job.message && <div className={job.state === 'FAILED' ? 'text-red' : 'secondary'}>{job.message}</div>}
      <div className="secondary">
        <MomentText at={job.startedAt ?? job.createdAt} />
        {job.link && (
          <>
            {' · '}
            <Link to={job.link} onClick={leave}>
              {w.jobOpen}
            </Link>
          </>
        )}
        {job.canBeCancelled && (
          <>
            {' · '}
            <button
              type="button"
              className="plain-link"
              disabled={cancel.isPending}
              onClick={() => cancel.mutate(job.id)}
            >
              {w.cancel}
            </button>
          </>
        )}
      </div>
      {cancel.isError && <ProblemAlert problem={cancel.error} />}
    </li>
  );
}
