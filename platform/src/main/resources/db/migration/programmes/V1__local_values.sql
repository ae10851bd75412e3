create schema programmes;
grant usage on schema programmes to yingbao_app;

-- All files of a version of the pack, so that what was decided by it can be decided again.
create table programmes.pack_version (
    version     text primary key check (version ~ '^[0-9a-f]{16}$'),
    archive     bytea not null,
    archived_at timestamptz not null
);

-- A value that an area sets itself, as somebody entered it from its document. Only ever added to.
create table programmes.local_value (
    id              uuid primary key,
    parameter       text not null,
    area_code       kernel.area_code not null,
    valid           daterange not null check (not isempty(valid) and not lower_inf(valid)),
    value           bigint not null check (value >= 0),
    document_title  text not null check (length(document_title) between 1 and 120),
    document_number text not null check (length(document_number) between 1 and 60),
    document_date   date not null,
    note            text not null check (length(note) <= 500),
    findings        jsonb not null,
    entered_by      uuid not null,
    entered_name    text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    unique (id, entered_by)
);
create index local_value_by_place on programmes.local_value (parameter, area_code);

-- What a second person made of it. A value without a row here waits; only one that is confirmed holds.
create table programmes.verdict (
    value_id     uuid primary key,
    entered_by   uuid not null,
    confirmed    boolean not null,
    revision     bigint unique check (revision > 0),
    broken       boolean not null,
    findings     jsonb not null,
    reason       text not null check (length(reason) <= 500),
    decided_by   uuid not null,
    decided_name text not null,
    decided_on   date not null,
    decided_at   timestamptz not null,
    foreign key (value_id, entered_by) references programmes.local_value (id, entered_by),
    constraint second_person check (decided_by <> entered_by),
    constraint confirmed_is_numbered check (confirmed = (revision is not null)),
    constraint reason_given check (length(trim(reason)) > 0 or (confirmed and not broken))
);

-- Numbers the confirmed values in the order in which they took effect.
create sequence programmes.revision;

grant select, insert on programmes.pack_version, programmes.local_value, programmes.verdict to yingbao_app;
grant usage on sequence programmes.revision to yingbao_app;

-- Standards are public policy, so everybody reads them; each enters and decides only those of their own area.
alter table programmes.local_value enable row level security;
create policy local_value_for_all on programmes.local_value for select to yingbao_app using (true);
create policy local_value_in_scope on programmes.local_value for insert to yingbao_app
    with check (kernel.in_scope(area_code));
alter table programmes.verdict enable row level security;
create policy verdict_for_all on programmes.verdict for select to yingbao_app using (true);
create policy verdict_in_scope on programmes.verdict for insert to yingbao_app
    with check (exists (
        select from programmes.local_value v where v.id = value_id and kernel.in_scope(v.area_code)));
