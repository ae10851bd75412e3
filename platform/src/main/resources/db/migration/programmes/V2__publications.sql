-- Rules that were published here; the last of them hold. Only ever added to.
create table programmes.publication (
    number         bigint primary key check (number > 0),
    version        text not null references programmes.pack_version (version),
    files_version  text not null check (files_version ~ '^[0-9a-f]{16}$'),
    title          text not null check (length(title) between 1 and 120),
    from_date      date not null,
    published_by   uuid not null,
    published_name text not null,
    published_at   timestamptz not null
);
create index publication_by_version on programmes.publication (version);
grant select, insert on programmes.publication to yingbao_app;
