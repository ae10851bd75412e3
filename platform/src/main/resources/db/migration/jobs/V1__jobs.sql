create schema jobs;
grant usage on schema jobs to yingbao_app;

create table jobs.job (
    id          uuid primary key,
    kind        text not null,
    title       text not null,
    link        text not null,
    area_code   kernel.area_code not null,
    owner_id    uuid not null,
    caller      jsonb not null,
    payload     jsonb not null,
    state       text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    done        bigint not null default 0 check (done >= 0),
    total       bigint not null default 0 check (total >= 0),
    message     text not null default '',
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    check ((finished_at is not null) = (state in ('DONE', 'FAILED')))
);
create index job_by_owner on jobs.job (owner_id, created_at desc);
grant select, insert, update on jobs.job to yingbao_app;
alter table jobs.job enable row level security;
create policy job_in_scope on jobs.job to yingbao_app using (kernel.in_scope(area_code));

-- The table that the scheduling library works with.
create table jobs.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on jobs.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on jobs.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on jobs.scheduled_tasks to yingbao_app;
