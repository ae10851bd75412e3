create schema drafts;
grant usage on schema drafts to yingbao_app;

-- A change of the rules while it is being made: files that are to take the place of those of a version, or to come beside
-- them.
create table drafts.draft (
    id                uuid primary key,
    title             text not null check (length(title) between 1 and 120),
    area_code         kernel.area_code not null,
    base_version      text not null check (base_version ~ '^[0-9a-f]{16}$'),
    state             text not null check (state in ('OPEN', 'WAITING', 'PUBLISHED', 'DROPPED')),
    revision          bigint not null,
    from_date         date,
    ordered_by        text not null check (length(ordered_by) <= 200),
    published_version text check (published_version ~ '^[0-9a-f]{16}$'),
    made_at           timestamptz not null,
    constraint waits_for_a_day check (state not in ('WAITING', 'PUBLISHED') or from_date is not null),
    constraint published_is_known check ((state = 'PUBLISHED') = (published_version is not null))
);
create index draft_by_time on drafts.draft (made_at);

create table drafts.draft_file (
    draft_id uuid not null references drafts.draft (id),
    path     text not null check (length(path) <= 120),
    content  text not null check (length(content) <= 400000),
    primary key (draft_id, path)
);

-- What was done to a draft, by whom. Only ever added to.
create table drafts.deed (
    draft_id  uuid not null references drafts.draft (id),
    number    int not null check (number > 0),
    kind      text not null
        check (kind in ('MAKE', 'CHANGE', 'SUBMIT', 'WITHDRAW', 'REFUSE', 'PUBLISH', 'DROP', 'REBASE')),
    note      text not null check (length(note) <= 500),
    done_by   uuid not null,
    done_name text not null,
    done_at   timestamptz not null,
    primary key (draft_id, number)
);

-- Nobody publishes or refuses what they had a hand in.
create function drafts.second_person() returns trigger language plpgsql as $$
begin
    if new.kind in ('PUBLISH', 'REFUSE') and exists (
        select from drafts.deed d
         where d.draft_id = new.draft_id and d.done_by = new.done_by and d.kind in ('MAKE', 'CHANGE', 'SUBMIT', 'REBASE'))
    then
        raise exception 'second_person: % had a hand in the draft', new.done_by;
    end if;
    return new;
end
$$;
create trigger second_person before insert on drafts.deed for each row execute function drafts.second_person();

grant select, insert, update on drafts.draft to yingbao_app;
grant select, insert, update, delete on drafts.draft_file to yingbao_app;
grant select, insert on drafts.deed to yingbao_app;

alter table drafts.draft enable row level security;
create policy draft_in_scope on drafts.draft to yingbao_app
    using (kernel.in_scope(area_code)) with check (kernel.in_scope(area_code));
alter table drafts.draft_file enable row level security;
create policy file_in_scope on drafts.draft_file to yingbao_app
    using (exists (select from drafts.draft d where d.id = draft_id and kernel.in_scope(d.area_code)));
alter table drafts.deed enable row level security;
create policy deed_in_scope on drafts.deed to yingbao_app
    using (exists (select from drafts.draft d where d.id = draft_id and kernel.in_scope(d.area_code)));
