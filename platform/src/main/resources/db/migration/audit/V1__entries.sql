create schema audit;
grant usage on schema audit to yingbao_app;

-- What somebody did. Only ever added to.
create table audit.entry (
    id          uuid primary key,
    at          timestamptz not null,
    on_date     date not null,
    actor_id    uuid not null,
    actor_name  text not null,
    action      text not null,
    subject     text not null,
    subject_id  text not null,
    area_code   kernel.area_code not null,
    detail      jsonb not null
);
create index entry_by_subject on audit.entry (subject, subject_id, at);
create index entry_by_area on audit.entry (area_code, at desc);
create index entry_by_actor on audit.entry (actor_id, at desc);
create index entry_by_time on audit.entry (at desc);

-- The chain over the entries, in the order in which they were found after their commit.
create table audit.link (
    position bigint primary key check (position > 0),
    entry_id uuid not null unique references audit.entry,
    hash     bytea not null check (length(hash) = 32)
);

-- Entries that wait for their link.
create table audit.pending (
    entry_id uuid primary key references audit.entry
);

grant select, insert on audit.entry, audit.link to yingbao_app;
grant select, insert, delete on audit.pending to yingbao_app;

alter table audit.entry enable row level security;
create policy entry_in_scope on audit.entry for select to yingbao_app using (kernel.in_scope(area_code));
create policy entry_by_anybody on audit.entry for insert to yingbao_app with check (true);
