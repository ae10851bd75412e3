create schema kernel;
grant usage on schema kernel to yingbao_app;

-- The date that a demonstration is set to; no row: the calendar's.
create table kernel.business_date (
    only_row      boolean primary key default true check (only_row),
    business_date date not null
);
grant select, insert, update on kernel.business_date to yingbao_app;

-- Rows carry the twelve digits of their area. A transaction says which areas its caller may see; one that says nothing sees none.
create function kernel.in_scope(area_code text) returns boolean
    language sql stable parallel safe
    return area_code collate "C" >= current_setting('yingbao.scope_from', true) collate "C"
       and area_code collate "C" <= current_setting('yingbao.scope_to', true) collate "C";
grant execute on function kernel.in_scope(text) to yingbao_app;

create domain kernel.area_code as text collate "C" check (value ~ '^[0-9]{12}$');
