create schema trials;
grant usage on schema trials to yingbao_app;

-- A change of the policy to be tried, as somebody put it together for an area, with what came of it over its months when it was
-- last worked out: counts and sums, nobody by name.
create table trials.scenario (
    id            uuid primary key,
    name          text not null check (length(trim(name)) between 1 and 60),
    note          text not null check (length(note) <= 500),
    area_code     kernel.area_code not null,
    asked         jsonb not null,
    changed_by    uuid not null,
    changed_name  text not null,
    changed_on    date not null,
    changed_at    timestamptz not null,
    result        jsonb,
    pack_version  text,
    register_on   date,
    worked_out_at timestamptz,
    constraint result_says_of_what check (
        (result is null) = (pack_version is null) and (result is null) = (register_on is null)
        and (result is null) = (worked_out_at is null))
);
create index scenario_by_area on trials.scenario (area_code, changed_at desc);

grant select, insert, update, delete on trials.scenario to yingbao_app;
alter table trials.scenario enable row level security;
create policy scenario_in_scope on trials.scenario to yingbao_app
    using (kernel.in_scope(area_code)) with check (kernel.in_scope(area_code));
