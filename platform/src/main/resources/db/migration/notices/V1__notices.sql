create schema notices;
grant usage on schema notices to yingbao_app;

-- What is told of a case in public, already masked.
create table notices.notice (
    id         uuid primary key,
    case_id    uuid not null,
    area_code  kernel.area_code not null,
    -- The division on whose wall it hangs.
    wall_code  kernel.area_code not null,
    programme  text not null,
    title      text not null,
    office     text not null,
    from_day   date not null,
    -- Its last day; a long-term list has none.
    to_day     date,
    shows      jsonb not null check (jsonb_typeof(shows) = 'array'),
    closed_on  date,
    closed_how text not null default '',
    check (to_day >= from_day)
);
create unique index notice_open_once on notices.notice (case_id) where closed_on is null;
create index notice_by_case on notices.notice (case_id, from_day);
create index notice_by_wall on notices.notice (wall_code, from_day desc) where closed_on is null;

-- What somebody objects to. Whoever has its number follows it; nobody is asked for a name.
create table notices.objection (
    id             uuid primary key,
    number         text not null unique check (number ~ '^[A-Z0-9]{5}-[A-Z0-9]{5}$'),
    notice_id      uuid not null references notices.notice,
    case_id        uuid not null,
    area_code      kernel.area_code not null,
    lodged_on      date not null,
    lodged_at      timestamptz not null,
    words          text not null check (length(words) between 1 and 2000),
    contact_sealed bytea,
    -- From where it came, only good for counting how many come from there.
    address_index  bytea not null check (length(address_index) = 16),
    state          text not null check (state in ('OPEN', 'TAKEN_UP', 'ANSWERED')),
    answer         text not null default '' check (length(answer) <= 2000),
    answered_on    date,
    answered_name  text,
    check ((state = 'ANSWERED') = (answered_on is not null and answer <> ''))
);
create index objection_by_notice on notices.objection (notice_id);
create index objection_by_case on notices.objection (case_id) where state <> 'ANSWERED';
create index objection_by_area on notices.objection (area_code, lodged_at desc);
create index objection_by_address on notices.objection (address_index, lodged_at);

grant select, insert, update on notices.notice, notices.objection to yingbao_app;
alter table notices.notice enable row level security;
alter table notices.objection enable row level security;
create policy notice_in_scope on notices.notice to yingbao_app using (kernel.in_scope(area_code));
create policy objection_in_scope on notices.objection to yingbao_app using (kernel.in_scope(area_code));
