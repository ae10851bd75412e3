create schema radar;
grant usage on schema radar to yingbao_app;

-- A time at which everybody was looked at. It is written together with its leads, or not at all.
create table radar.run (
    id           uuid primary key,
    on_date      date not null,
    pack_version text not null,
    -- When the register that was looked at was taken, and when its leads were written.
    taken_at     timestamptz not null,
    written_at   timestamptz not null,
    by_name      text not null,
    households   int not null check (households >= 0),
    persons      int not null check (persons >= 0),
    -- Leads that are new, that were there before, and whose cause is gone.
    opened       int not null check (opened >= 0),
    kept         int not null check (kept >= 0),
    gone         int not null check (gone >= 0)
);
create index run_by_day on radar.run (on_date desc, written_at desc);
grant select, insert on radar.run to yingbao_app;

-- Somebody who should be looked up, and why. A cause that goes on is one lead, whoever closed it and however often it is
-- found; once it is gone and arises anew, it is another.
create table radar.lead (
    id            uuid primary key,
    kind          text not null check (kind in ('NOT_RECEIVING', 'NO_LONGER_ELIGIBLE', 'TWICE', 'ONE_VISIT')),
    -- Empty where a fact is missing, which may concern several programmes.
    programme     text not null,
    -- The person, or else the household.
    holder_id     uuid not null,
    household_id  uuid not null,
    person_id     uuid check (person_id = holder_id),
    area_code     kernel.area_code not null,
    -- Why, as stable names in order: clauses that do not hold, a programme that rules it out, or the missing fact.
    cause         text[] not null check (cardinality(cause) > 0),
    -- The programmes that it is about.
    programmes    text[] not null check (cardinality(programmes) > 0),
    -- What would be due, or is drawn, a time.
    amount_fen    bigint not null check (amount_fen >= 0),
    -- How many persons it would settle.
    people        int not null check (people > 0),
    -- The application under way, or the case by which it is drawn.
    case_id       uuid,
    found_on      date not null,
    gone_on       date,
    state         text not null check (state in ('OPEN', 'CLOSED')),
    closed_how    text check (closed_how in ('PERSON', 'CASE', 'GONE')),
    closed_reason text check (closed_reason in ('NOT_ELIGIBLE', 'DECLINED', 'WRONG_FACTS', 'OTHER_WAY', 'OTHER')),
    closed_text   text not null default '' check (length(closed_text) <= 500),
    closed_on     date,
    closed_at     timestamptz,
    closed_by     uuid,
    closed_name   text,
    check ((state = 'CLOSED') = (closed_how is not null)),
    check ((closed_how is not null) = (closed_on is not null)),
    check ((closed_how = 'PERSON') = (closed_reason is not null))
);
create unique index lead_once on radar.lead (holder_id, kind, programme, cause) where gone_on is null;
create index lead_by_area on radar.lead (area_code, kind) where state = 'OPEN';
create index lead_by_closing on radar.lead (closed_on desc, area_code) where state = 'CLOSED';
create index lead_by_case on radar.lead (case_id) where case_id is not null;
create index lead_by_household on radar.lead (household_id);
grant select, insert, update on radar.lead to yingbao_app;

alter table radar.lead enable row level security;
create policy lead_in_scope on radar.lead to yingbao_app using (kernel.in_scope(area_code));
