create schema documents;
grant usage on schema documents to yingbao_app;

-- The content is sealed together with the id of its row, so that no row can be given the content of another.
create table documents.file (
    id             uuid primary key,
    area_code      kernel.area_code not null,
    name           text not null check (length(name) between 1 and 120),
    media_type     text not null,
    size_bytes     int not null check (size_bytes between 1 and 10485760),
    sha256         bytea not null check (length(sha256) = 32),
    sealed         bytea not null,
    stored_by      uuid not null,
    stored_by_name text not null,
    stored_at      timestamptz not null
);
-- Sealed bytes do not compress, so the attempt is saved.
alter table documents.file alter column sealed set storage external;
create index file_by_area on documents.file (area_code, stored_at);

grant select, insert on documents.file to yingbao_app;
alter table documents.file enable row level security;
create policy file_in_scope on documents.file to yingbao_app using (kernel.in_scope(area_code));
