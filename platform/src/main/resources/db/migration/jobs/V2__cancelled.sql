-- A job may be stopped by whoever asked for it. One that is under way ends a little later, when it next tells how far it is.
alter table jobs.job drop constraint job_state_check, drop constraint job_check;
alter table jobs.job
    add column cancel_asked boolean not null default false,
    add check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    add check ((finished_at is not null) = (state in ('DONE', 'FAILED', 'CANCELLED')));
