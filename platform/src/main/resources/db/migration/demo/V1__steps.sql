create schema demo;
grant usage on schema demo to yingbao_app;

-- What was done of a demonstration, each noted in the transaction of the deed, so that nothing is done twice.
create table demo.step (
    name    text collate "C" primary key check (length(name) between 1 and 200),
    on_date date not null,
    -- What later steps need to know, such as the id of a case.
    result  text not null,
    -- Why it was refused; empty where it was done.
    refusal text not null,
    done_at timestamptz not null
);
grant select, insert on demo.step to yingbao_app;
