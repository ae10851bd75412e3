-- Who answers for the debts of somebody who was registered twice, or of a household of which nobody remains, since a merge
-- in the register. The ledger keeps the name under which it was written; taken out again when the merge is undone.
create table payments.merged_recipient (
    former_id    uuid primary key,
    now_id       uuid not null,
    -- Where those who answer live.
    household_id uuid not null,
    area_code    kernel.area_code not null,
    -- Which person the merge took off the register.
    merged_id    uuid not null,
    merged_at    timestamptz not null,
    check (former_id <> now_id)
);
create index merged_recipient_by_now on payments.merged_recipient (now_id);
create index merged_recipient_by_merged on payments.merged_recipient (merged_id);
grant select, insert, delete on payments.merged_recipient to yingbao_app;
alter table payments.merged_recipient enable row level security;
create policy merged_recipient_in_scope on payments.merged_recipient to yingbao_app using (kernel.in_scope(area_code));

-- A part of a debt that becomes another's: what somebody paid against the debt of whom they were taken for counts for that
-- debt when the two are two again. The account of what is owed stays as it is. Never changed.
create table payments.debt_move (
    id             uuid primary key,
    -- To which it is owed.
    county_code    kernel.area_code not null,
    programme      text not null,
    from_recipient uuid not null,
    to_recipient   uuid not null,
    amount_fen     bigint not null check (amount_fen > 0),
    area_code      kernel.area_code not null,
    moved_on       date not null,
    moved_at       timestamptz not null,
    moved_by       uuid not null,
    check (from_recipient <> to_recipient)
);
create index debt_move_by_from on payments.debt_move (from_recipient);
create index debt_move_by_to on payments.debt_move (to_recipient);
grant select, insert on payments.debt_move to yingbao_app;
alter table payments.debt_move enable row level security;
create policy debt_move_in_scope on payments.debt_move to yingbao_app using (kernel.in_scope(area_code));
create trigger never_changed before update or delete on payments.debt_move
    for each statement execute function payments.never();

-- Who answers in the end for whom: ids only, wherever they live.
create function payments.answering()
    returns table (former_id uuid, now_id uuid, household_id uuid, area_code text)
    language sql stable security definer set search_path = ''
    begin atomic
        with recursive chain as (
            select m.former_id, m.now_id, m.household_id, m.area_code::text from payments.merged_recipient m
            union
            select c.former_id, m.now_id, m.household_id, m.area_code::text
              from chain c join payments.merged_recipient m on m.former_id = c.now_id)
        select c.former_id, c.now_id, c.household_id, c.area_code
          from chain c where not exists (select from payments.merged_recipient m where m.former_id = c.now_id);
    end;
revoke execute on function payments.answering() from public;
grant execute on function payments.answering() to yingbao_app;

create function payments.answers_for(recipient uuid) returns uuid
    language sql stable
    return coalesce((select a.now_id from payments.answering() a where a.former_id = recipient), recipient);
grant execute on function payments.answers_for(uuid) to yingbao_app;
