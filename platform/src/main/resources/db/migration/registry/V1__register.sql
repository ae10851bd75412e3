create schema registry;
grant usage on schema registry to yingbao_app;

-- Temporal keys over uuids need it.
create extension if not exists btree_gist;

-- Households and persons as lists and searches need them: projections of the statements, kept in the same transaction.
-- An area_code says where the holder is kept now, and by that who may see the row.
create table registry.household (
    id           uuid primary key,
    area_code    kernel.area_code not null,
    township     text collate "C" not null generated always as (substr(area_code::text, 1, 9)) stored,
    number       text collate "C" not null check (length(number) between 1 and 60),
    address      text not null default '',
    head_name    text not null default '',
    member_count int not null default 0 check (member_count >= 0),
    created_at   timestamptz not null,
    unique (township, number)
);
create index household_by_area on registry.household (area_code, id);
create index household_by_number on registry.household (number);

create table registry.person (
    id              uuid primary key,
    household_id    uuid not null references registry.household,
    area_code       kernel.area_code not null,
    number          text collate "C" not null check (length(number) between 1 and 60),
    name            text collate "C" not null default '',
    pinyin          text collate "C" not null default '',
    initials        text collate "C" not null default '',
    citizen_index   bytea check (length(citizen_index) = 16),
    citizen_sealed  bytea,
    citizen_masked  text not null default '',
    sex             text not null default '',
    birth_date      date,
    died_on         date,
    left_on         date,
    merged_into     uuid references registry.person,
    created_at      timestamptz not null,
    check ((citizen_index is null) = (citizen_sealed is null)),
    check (merged_into <> id)
);
create unique index person_by_citizen on registry.person (citizen_index) where merged_into is null;
create index person_by_household on registry.person (household_id);
create index person_by_area on registry.person (area_code, id);
create index person_by_name on registry.person (name, area_code);
create index person_by_pinyin on registry.person (pinyin, area_code);
create index person_by_initials on registry.person (initials, area_code);
create index person_by_birth on registry.person (birth_date, initials);
create index person_merged on registry.person (merged_into) where merged_into is not null;

-- Who belonged to which household when; nobody to two on one day.
create table registry.membership (
    household_id uuid not null references registry.household,
    person_id    uuid not null references registry.person,
    area_code    kernel.area_code not null,
    valid        daterange not null check (not isempty(valid)),
    primary key (person_id, valid without overlaps)
);
create index membership_by_household on registry.membership (household_id);

-- The truth about facts: one row is one act of stating. Of the rows that name a fact and cover a day, the last holds.
create table registry.statement (
    id            uuid primary key,
    seq           bigint not null generated always as identity,
    holder        text not null check (holder in ('HOUSEHOLD', 'PERSON')),
    holder_id     uuid not null,
    area_code     kernel.area_code not null,
    valid         daterange not null check (not isempty(valid) and not lower_inf(valid)),
    facts         jsonb not null check (jsonb_typeof(facts) = 'object'),
    sealed        bytea,
    source        text not null check (source <> ''),
    evidence      text not null default '',
    document_id   uuid,
    cause         text not null check (cause in ('IMPORT', 'EVENT', 'SURVEY', 'CORRECTION', 'FORM')),
    cause_id      uuid,
    recorded_at   timestamptz not null,
    recorded_by   uuid not null,
    recorded_name text not null,
    check (facts <> '{}' or sealed is not null)
);
create unique index statement_by_holder on registry.statement (holder_id, seq);
create index statement_by_cause on registry.statement (cause_id) where cause_id is not null;

-- What happened to a household or its members, and what of the memberships it changed.
create table registry.event (
    id            uuid primary key,
    kind          text not null check (kind in
                      ('BIRTH', 'MARRIAGE', 'JOIN', 'LEAVE', 'DEATH', 'SPLIT', 'MOVE', 'UNDO')),
    household_id  uuid not null references registry.household,
    area_code     kernel.area_code not null,
    on_date       date not null,
    persons       uuid[] not null,
    detail        jsonb not null,
    undoes        uuid unique references registry.event,
    recorded_at   timestamptz not null,
    recorded_by   uuid not null,
    recorded_name text not null,
    check ((undoes is not null) = (kind = 'UNDO'))
);
create index event_by_household on registry.event (household_id, recorded_at);

-- Files that people bring, and how far their reading is.
create table registry.import (
    id            uuid primary key,
    area_code     kernel.area_code not null,
    file_name     text not null check (length(file_name) between 1 and 200),
    effective_on  date not null,
    source        text not null,
    state         text not null check (state in ('FILLING', 'WAITING', 'DONE', 'REFUSED')),
    job_id        uuid,
    rows_read     bigint not null default 0,
    rows_landed   bigint not null default 0,
    rows_same     bigint not null default 0,
    rows_held     bigint not null default 0,
    households_new bigint not null default 0,
    persons_new   bigint not null default 0,
    statements    bigint not null default 0,
    faults        jsonb not null default '[]',
    returned_name text not null default '',
    created_at    timestamptz not null,
    created_by    uuid not null,
    created_name  text not null,
    finished_at   timestamptz,
    check (rows_read = rows_landed + rows_same + rows_held),
    check ((finished_at is not null) = (state in ('DONE', 'REFUSED')))
);
create index import_by_area on registry.import (area_code, created_at desc);

-- The bytes of those files and of what is handed back, sealed piece by piece.
create table registry.import_piece (
    import_id uuid not null references registry.import,
    area_code kernel.area_code not null,
    file_name text not null check (length(file_name) between 1 and 200),
    returned  boolean not null,
    position  int not null check (position >= 0),
    sealed    bytea not null,
    primary key (import_id, file_name, position)
);

-- Two persons who may be one. A pair that somebody told apart never comes back.
create table registry.duplicate (
    id         uuid primary key,
    first_id   uuid not null references registry.person,
    second_id  uuid not null references registry.person,
    area_code  kernel.area_code not null,
    reason     text not null check (reason in ('NAME_AND_BIRTH', 'SOUND_AND_VILLAGE')),
    state      text not null check (state in ('OPEN', 'MERGED', 'DISTINCT')),
    found_at   timestamptz not null,
    settled_at timestamptz,
    settled_by uuid,
    check (first_id < second_id),
    check ((settled_at is not null) = (state <> 'OPEN')),
    unique (first_id, second_id)
);
create index duplicate_open on registry.duplicate (area_code, found_at) where state = 'OPEN';
create index duplicate_by_second on registry.duplicate (second_id);

create table registry.merge (
    id           uuid primary key,
    duplicate_id uuid references registry.duplicate,
    winner_id    uuid not null references registry.person,
    loser_id     uuid not null references registry.person,
    area_code    kernel.area_code not null,
    followers    uuid[] not null,
    merged_at    timestamptz not null,
    merged_by    uuid not null,
    undone_at    timestamptz,
    undone_by    uuid
);
create index merge_by_winner on registry.merge (winner_id);
create index merge_by_loser on registry.merge (loser_id);
create index merge_by_duplicate on registry.merge (duplicate_id);

grant select, insert, update on registry.household, registry.person, registry.import, registry.duplicate, registry.merge
    to yingbao_app;
grant select, insert, delete on registry.membership, registry.import_piece to yingbao_app;
grant select, insert on registry.statement, registry.event to yingbao_app;

alter table registry.household enable row level security;
alter table registry.person enable row level security;
alter table registry.membership enable row level security;
alter table registry.statement enable row level security;
alter table registry.event enable row level security;
alter table registry.import enable row level security;
alter table registry.import_piece enable row level security;
alter table registry.duplicate enable row level security;
alter table registry.merge enable row level security;
create policy household_in_scope on registry.household to yingbao_app using (kernel.in_scope(area_code));
create policy person_in_scope on registry.person to yingbao_app using (kernel.in_scope(area_code));
create policy membership_in_scope on registry.membership to yingbao_app using (kernel.in_scope(area_code));
create policy statement_in_scope on registry.statement to yingbao_app using (kernel.in_scope(area_code));
create policy event_in_scope on registry.event to yingbao_app using (kernel.in_scope(area_code));
create policy import_in_scope on registry.import to yingbao_app using (kernel.in_scope(area_code));
create policy import_piece_in_scope on registry.import_piece to yingbao_app using (kernel.in_scope(area_code));
create policy duplicate_in_scope on registry.duplicate to yingbao_app using (kernel.in_scope(area_code));
create policy merge_in_scope on registry.merge to yingbao_app using (kernel.in_scope(area_code));

-- A citizen id is registered once in the province, also where the caller cannot see; the caller learns no more than the
-- area where it is.
create function registry.registered(indexes bytea[])
    returns table (citizen_index bytea, person_id uuid, household_id uuid, area_code text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select p.citizen_index, p.id, p.household_id, p.area_code::text
          from registry.person p
         where p.citizen_index = any(indexes) and p.merged_into is null
    $$;

-- Takes persons with all that is kept about them to another area, which the caller need not see. Only who may see where
-- they are now can do it.
create function registry.rehome_persons(persons uuid[], target text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
    begin
        if exists (select from registry.person p where p.id = any(persons) and not kernel.in_scope(p.area_code)) then
            raise exception 'person outside the caller''s scope' using errcode = 'insufficient_privilege';
        end if;
        update registry.person set area_code = target where id = any(persons) or merged_into = any(persons);
        update registry.statement set area_code = target
         where holder_id in (select p.id from registry.person p where p.id = any(persons) or p.merged_into = any(persons));
        update registry.membership set area_code = target where person_id = any(persons);
        update registry.duplicate set area_code = target where first_id = any(persons);
        update registry.merge set area_code = target where winner_id = any(persons);
    end
    $$;

create function registry.rehome_household(moving uuid, target text, new_number text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
    begin
        if not exists (select from registry.household h where h.id = moving and kernel.in_scope(h.area_code)) then
            raise exception 'household outside the caller''s scope' using errcode = 'insufficient_privilege';
        end if;
        perform registry.rehome_persons(
            array(select p.id from registry.person p where p.household_id = moving and p.merged_into is null), target);
        update registry.membership set area_code = target where household_id = moving;
        update registry.statement set area_code = target where holder_id = moving;
        update registry.event set area_code = target where household_id = moving;
        update registry.household set area_code = target, number = new_number where id = moving;
    end
    $$;

revoke all on function registry.registered(bytea[]) from public;
revoke all on function registry.rehome_persons(uuid[], text) from public;
revoke all on function registry.rehome_household(uuid, text, text) from public;
grant execute on function registry.registered(bytea[]) to yingbao_app;
grant execute on function registry.rehome_persons(uuid[], text) to yingbao_app;
grant execute on function registry.rehome_household(uuid, text, text) to yingbao_app;
