-- Households with all that rules may ask of them, as columns and sealed, so that the whole register need not be put
-- together from single statements. Of the bundles that name a household the newest tells what it is like from a day on
-- or, where it has no content, that it is to be read. It is to be read as well where a change is noted that no taking has
-- read. Whatever begins or ends to hold later than the day keeps a household from being bundled.
create table registry.bundle (
    id         bigint primary key generated always as identity,
    first_area kernel.area_code not null,
    first_id   uuid not null,
    last_area  kernel.area_code not null,
    last_id    uuid not null,
    from_day   date not null,
    -- By which pack's facts the content is to be read.
    meaning    text not null check (length(meaning) between 1 and 64),
    -- Ordered by area and id, as the content is.
    households uuid[] not null check (cardinality(households) between 1 and 32768),
    content    bytea,
    check ((first_area, first_id) <= (last_area, last_id))
);
-- Neither ids nor what is sealed would shrink.
alter table registry.bundle alter column households set storage external, alter column content set storage external;
grant select, insert, delete on registry.bundle to yingbao_app;
alter table registry.bundle enable row level security;
create policy bundle_in_scope on registry.bundle to yingbao_app
    using (kernel.in_scope(first_area) and kernel.in_scope(last_area));

-- Households that came in with a bundle are noted by it instead of one by one.
alter table registry.change
    alter column holders drop not null,
    add column bundle_id bigint references registry.bundle,
    add check ((holders is null) <> (bundle_id is null));
create index change_by_bundle on registry.change (bundle_id) where bundle_id is not null;

-- Whoever writes new households and their bundle in one transaction says so meanwhile.
create or replace function registry.log_written() returns trigger language plpgsql as $$
    begin
        if coalesce(current_setting('yingbao.bundled', true), '') <> 'on' then
            execute format('insert into registry.change (holders)
                select array_agg(distinct %I) from written having count(*) > 0', tg_argv[0]);
        end if;
        return null;
    end
    $$;

-- Statements are found by whom they are about; area by area, a stretch read its neighbours' as well, and every import paid.
drop index registry.statement_by_area;
drop index registry.membership_by_area;
