-- That a confirmed repayment was a mistake: proposed by one person with a reason, confirmed by another. Nothing is taken out
-- of the ledger; the exact opposite is posted, and the debt is open again.
create table payments.reversal (
    id           uuid primary key,
    repayment_id uuid not null references payments.repayment,
    county_code  kernel.area_code not null,
    area_code    kernel.area_code not null,
    reason       text not null check (length(reason) between 1 and 500),
    state        text not null check (state in ('ENTERED', 'CONFIRMED', 'REFUSED')),
    entered_by   uuid not null,
    entered_name text not null,
    entered_at   timestamptz not null,
    decided_by   uuid,
    decided_name text,
    decided_at   timestamptz,
    constraint reversal_two_people check (decided_by <> entered_by),
    check ((decided_by is null) = (state = 'ENTERED') and (decided_by is null) = (decided_at is null)
       and (decided_by is null) = (decided_name is null))
);
create index reversal_by_repayment on payments.reversal (repayment_id);
create unique index reversal_once on payments.reversal (repayment_id) where state <> 'REFUSED';
grant select, insert, update on payments.reversal to yingbao_app;
alter table payments.reversal enable row level security;
create policy reversal_in_scope on payments.reversal to yingbao_app using (kernel.in_scope(area_code));

-- The receipt of a repayment that was reversed may be entered again, as it was meant.
alter table payments.repayment drop constraint repayment_state_check;
alter table payments.repayment add constraint repayment_state_check
    check (state in ('ENTERED', 'CONFIRMED', 'REFUSED', 'REVERSED'));
drop index payments.repayment_receipt_once;
create unique index repayment_receipt_once on payments.repayment (county_code, receipt)
    where state not in ('REFUSED', 'REVERSED');

-- A reversal belongs to no run either.
alter table payments.transfer add reversal_id uuid unique references payments.reversal;
alter table payments.transfer drop constraint transfer_code_check;
alter table payments.transfer add constraint transfer_code_check
    check (code in ('GRANT', 'RECOVERY', 'PAYMENT', 'CARRY', 'COLLECT', 'REPAID', 'UNREPAID'));
alter table payments.transfer drop constraint transfer_check5;
alter table payments.transfer add constraint transfer_of_run
    check ((run_id is null) = (code in ('REPAID', 'UNREPAID')));
alter table payments.transfer add constraint transfer_of_reversal
    check ((reversal_id is not null) = (code = 'UNREPAID'));
drop index payments.transfer_by_owed;
create index transfer_by_owed on payments.transfer (programme, recipient_id)
    where code in ('CARRY', 'COLLECT', 'REPAID', 'UNREPAID');

-- What recipients owe, by programme.
create or replace function payments.owed(recipients uuid[])
    returns table (programme text, recipient_id uuid, fen bigint)
    language sql stable security definer set search_path = ''
    begin atomic
        select t.programme, t.recipient_id,
               sum(case when (t.kind = 'VOID') = (t.code in ('CARRY', 'UNREPAID')) then -t.amount_fen else t.amount_fen end)::bigint
          from unnest(owed.recipients) as wanted(id)
          join payments.transfer t on t.recipient_id = wanted.id
         where t.code in ('CARRY', 'COLLECT', 'REPAID', 'UNREPAID') and t.kind <> 'POST'
         group by 1, 2;
    end;

-- The same as before, and a reversal that is the exact opposite of the repayment that it takes back.
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
        select from (select distinct programme, recipient_id from added where code = 'REPAID') repaid
          join payments.owed(array(select recipient_id from added where code = 'REPAID')) o using (programme, recipient_id)
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
