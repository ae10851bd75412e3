-- Who stopped a job, where that need not be whoever asked for it.
alter table jobs.job add column cancelled_by text not null default '';
create index job_by_kind on jobs.job (kind, id desc);
