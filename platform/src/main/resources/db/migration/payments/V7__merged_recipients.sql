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

-- Every change of what recipients owe, under whoever answers for it.
create function payments.debt_changes(recipients uuid[])
    returns table (programme text, recipient_id uuid, day date, fen bigint)
    language sql stable security definer set search_path = ''
    begin atomic
        with wanted as (select distinct id from unnest(debt_changes.recipients) as given(id)),
        source as (
            select w.id as recipient_id, w.id from wanted w
             where not exists (select from payments.merged_recipient m where m.former_id = w.id)
            union all
            select a.now_id, a.former_id from payments.answering() a join wanted w on w.id = a.now_id)
        select t.programme, s.recipient_id, t.created_on,
               case when (t.kind = 'VOID') = (t.code in ('CARRY', 'UNREPAID')) then -t.amount_fen else t.amount_fen end
          from source s
          join payments.transfer t on t.recipient_id = s.id
         where t.code in ('CARRY', 'COLLECT', 'REPAID', 'UNREPAID') and t.kind <> 'POST'
        union all
        select d.programme, s.recipient_id, d.moved_on, d.amount_fen
          from source s join payments.debt_move d on d.to_recipient = s.id
        union all
        select d.programme, s.recipient_id, d.moved_on, -d.amount_fen
          from source s join payments.debt_move d on d.from_recipient = s.id;
    end;
revoke execute on function payments.debt_changes(uuid[]) from public;
grant execute on function payments.debt_changes(uuid[]) to yingbao_app;

-- What recipients owe, by programme; somebody for whom another answers owes nothing.
create or replace function payments.owed(recipients uuid[])
    returns table (programme text, recipient_id uuid, fen bigint)
    language sql stable security definer set search_path = ''
    begin atomic
        select c.programme, c.recipient_id, sum(c.fen)::bigint from payments.debt_changes(owed.recipients) c group by 1, 2;
    end;

-- Since when they have owed it: the day on which it was decided that so much is taken back.
create or replace function payments.owing_since(recipients uuid[])
    returns table (programme text, recipient_id uuid, since date)
    language sql stable security definer set search_path = ''
    begin atomic
        with changed as (
            select c.programme, c.recipient_id, c.day, sum(c.fen) as fen
              from payments.debt_changes(owing_since.recipients) c group by 1, 2, 3),
        running as (
            select c.*, sum(c.fen) over (partition by c.programme, c.recipient_id order by c.day) as owed from changed c),
        quit as (
            select r.programme, r.recipient_id, max(r.day) filter (where r.owed <= 0) as day from running r group by 1, 2),
        begun as (
            select r.programme, r.recipient_id, min(r.day) as day
              from running r join quit q using (programme, recipient_id)
             where r.day > coalesce(q.day, '-infinity') group by 1, 2)
        select b.programme, b.recipient_id,
               least(b.day, (select min(d.decided_on)
                               from payments.transfer c
                               join payments.transfer r
                                 on r.run_id = c.run_id and r.programme = c.programme and r.recipient_id = c.recipient_id
                                and r.code = 'RECOVERY'
                               join cases.decision d on d.id = r.decision_id
                              where c.programme = b.programme and c.code = 'CARRY' and c.created_on = b.day
                                and c.recipient_id in (
                                    select b.recipient_id
                                    union all
                                    select a.former_id from payments.answering() a where a.now_id = b.recipient_id)))
          from begun b;
    end;

-- The same as before; what is owed is looked up under whoever answers for it.
create or replace function payments.take_transfers() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if exists (
        select from added t
          left join payments.account d on d.id = t.debit_account
          left join payments.account c on c.id = t.credit_account
          left join payments.run r on r.id = t.run_id
          left join payments.reversal v on v.id = t.reversal_id
          left join payments.repayment b on b.id = coalesce(t.repayment_id, v.repayment_id)
         where d.area_code is distinct from coalesce(r.area_code, b.county_code)
            or c.area_code is distinct from coalesce(r.area_code, b.county_code)
            or d.kind || ' ' || c.kind is distinct from (case t.code
                   when 'GRANT' then 'FUND RECIPIENTS'
                   when 'RECOVERY' then 'RECIPIENTS FUND'
                   when 'PAYMENT' then 'RECIPIENTS BANK'
                   when 'CARRY' then 'RECEIVABLE RECIPIENTS'
                   when 'COLLECT' then 'RECIPIENTS RECEIVABLE'
                   when 'REPAID' then 'BANK RECEIVABLE'
                   when 'UNREPAID' then 'RECEIVABLE BANK' end)) then
        raise exception 'a transfer names accounts that do not fit its code' using errcode = 'check_violation';
    end if;
    if exists (
        select from added t join payments.repayment b on b.id = t.repayment_id
         where (t.kind, b.state, b.amount_fen, b.programme, b.recipient_id)
               is distinct from ('DIRECT'::text, 'CONFIRMED'::text, t.amount_fen, t.programme, t.recipient_id)) then
        raise exception 'a repayment is posted as it was confirmed' using errcode = 'check_violation';
    end if;
    if exists (
        select from added t
          join payments.reversal v on v.id = t.reversal_id
          left join payments.transfer p on p.repayment_id = v.repayment_id
         where (t.kind, v.state, t.debit_account, t.credit_account, t.amount_fen, t.programme, t.recipient_id)
               is distinct from
               ('DIRECT'::text, 'CONFIRMED'::text, p.credit_account, p.debit_account, p.amount_fen, p.programme,
                p.recipient_id)) then
        raise exception 'a reversal is posted as it was confirmed, and as the exact opposite' using errcode = 'check_violation';
    end if;
    if exists (
        select from (select distinct programme, payments.answers_for(recipient_id) as recipient_id
                       from added where code = 'REPAID') repaid
          join payments.owed(array(select payments.answers_for(recipient_id) from added where code = 'REPAID')) o
            using (programme, recipient_id)
         where o.fen < 0) then
        raise exception 'more is paid back than is owed' using errcode = 'check_violation';
    end if;
    if exists (
        select from added t join payments.transfer p on p.id = t.pending_id
         where (p.kind, p.code, p.debit_account, p.credit_account, p.amount_fen, p.run_id, p.payment_id,
                p.entitlement_id, p.month, p.recipient_id, p.programme)
               is distinct from
               ('PENDING'::text, t.code, t.debit_account, t.credit_account, t.amount_fen, t.run_id, t.payment_id,
                t.entitlement_id, t.month, t.recipient_id, t.programme)) then
        raise exception 'a transfer differs from the pending one that it resolves' using errcode = 'check_violation';
    end if;
    if exists (
        select from (select distinct payment_id from added where pending_id is not null) resolved
         cross join lateral (
            select count(*) filter (where kind = 'PENDING') as pending,
                   count(*) filter (where kind = 'POST') as posted,
                   count(*) filter (where kind = 'VOID') as voided
              from payments.transfer t where t.payment_id = resolved.payment_id) as counted
         where counted.pending not in (counted.posted, counted.voided) or least(counted.posted, counted.voided) > 0) then
        raise exception 'a payment is resolved as a whole or not at all' using errcode = 'check_violation';
    end if;
    insert into payments.movement (account_id, run_id, pending_fen, posted_fen, transfers)
    select side.account_id, side.run_id,
           sum(case side.kind when 'PENDING' then side.fen when 'DIRECT' then 0 else -side.fen end),
           sum(case when side.kind in ('POST', 'DIRECT') then side.fen else 0 end),
           count(*)
      from (select debit_account as account_id, run_id, kind, amount_fen as fen from added
            union all
            select credit_account, run_id, kind, -amount_fen from added) as side
     group by side.account_id, side.run_id
     order by side.account_id, side.run_id;
    return null;
end $$;
