create schema access;
grant usage on schema access to yingbao_app;

create table access.user_account (
    id             uuid primary key,
    login          text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name           text not null check (length(name) between 1 and 60),
    role           text not null,
    area_code      kernel.area_code not null,
    state          text not null check (state in ('INVITED', 'ACTIVE', 'CLOSED')),
    password_hash  text,
    code_secret    bytea,
    must_change    boolean not null default false,
    failures       int not null default 0 check (failures >= 0),
    locked_until   timestamptz,
    created_at     timestamptz not null,
    last_seen_at   timestamptz,
    check (state <> 'ACTIVE' or password_hash is not null)
);
create index user_account_by_area on access.user_account (area_code);

-- An invitation is known by the hash of its token alone.
create table access.invitation (
    token_hash bytea primary key check (length(token_hash) = 32),
    user_id    uuid not null references access.user_account,
    expires_at timestamptz not null
);
create index invitation_by_user on access.invitation (user_id);

-- Signing in happens before anybody's scope is known, so these tables are guarded by queries, and read by no other module.
grant select, insert, update on access.user_account to yingbao_app;
grant select, insert, delete on access.invitation to yingbao_app;
