-- What changed since the register was last taken as a whole, so that only this is read again: one row for each act of
-- writing, with the households and persons that it was about. A row goes once it was read.
create table registry.change (
    id      bigint primary key generated always as identity,
    holders uuid[] not null
);

-- Which taking read the changes that are gone. Whoever holds another has missed some, such as after a backup came back.
create table registry.taking (
    latest boolean primary key default true check (latest),
    mark   uuid not null
);
grant select, insert, delete on registry.change to yingbao_app;
grant select, insert, update on registry.taking to yingbao_app;

-- Of rows that were written together, the column that the trigger names.
create function registry.log_written() returns trigger language plpgsql as $$
    begin
        execute format('insert into registry.change (holders)
            select array_agg(distinct %I) from written having count(*) > 0', tg_argv[0]);
        return null;
    end
    $$;
create function registry.log_one() returns trigger language plpgsql as $$
    begin
        insert into registry.change (holders) values (array[new.id]);
        return null;
    end
    $$;

create trigger log_stated after insert on registry.statement
    referencing new table as written for each statement execute function registry.log_written('holder_id');
create trigger log_joined after insert on registry.membership
    referencing new table as written for each statement execute function registry.log_written('household_id');
create trigger log_left after delete on registry.membership
    referencing old table as written for each statement execute function registry.log_written('household_id');
create trigger log_registered after insert on registry.household
    referencing new table as written for each statement execute function registry.log_written('id');
-- Lists and searches have these rows rewritten often; what is taken of them changes rarely.
create trigger log_moved after update on registry.household
    for each row when (old.area_code <> new.area_code) execute function registry.log_one();
create trigger log_renumbered after update on registry.person
    for each row when (old.number <> new.number) execute function registry.log_one();
create function registry.log_merged() returns trigger language plpgsql as $$
    begin
        insert into registry.change (holders) values
            (array_remove(array[new.id, old.merged_into, new.merged_into], null));
        return null;
    end
    $$;
create trigger log_merged after update on registry.person
    for each row when (old.merged_into is distinct from new.merged_into) execute function registry.log_merged();

-- What begins or ends between two days. Most rows come in the order of their days, and few end.
create index statement_begins on registry.statement using brin (lower(valid));
create index statement_ends on registry.statement (upper(valid)) where not upper_inf(valid);
create index membership_begins on registry.membership using brin (lower(valid));
create index membership_ends on registry.membership (upper(valid)) where not upper_inf(valid);
