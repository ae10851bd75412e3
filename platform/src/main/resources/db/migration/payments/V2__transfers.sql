-- Money that goes from one account to another, both of one county, as the trigger below makes sure. Never changed: what was wrong is put right by further transfers.
-- The id is chosen by who posts it, from what it stands for, so that nothing is posted twice.
create table payments.transfer (
    id             uuid primary key,
    kind           text not null check (kind in ('PENDING', 'POST', 'VOID', 'DIRECT')),
    code           text not null check (code in ('GRANT', 'RECOVERY', 'PAYMENT', 'CARRY', 'COLLECT')),
    debit_account  int not null,
    credit_account int not null,
    amount_fen     bigint not null check (amount_fen > 0),
    area_code      kernel.area_code not null,
    run_id         uuid not null references payments.run,
    programme      text,
    recipient_id   uuid,
    entitlement_id uuid,
    month          date check (extract(day from month) = 1),
    decision_id    uuid,
    -- With which payment it is settled.
    payment_id     uuid references payments.payment,
    -- The pending transfer that this one posts or voids; each only once.
    pending_id     uuid unique references payments.transfer,
    created_on     date not null,
    created_at     timestamptz not null,
    check (debit_account <> credit_account),
    check ((kind in ('POST', 'VOID')) = (pending_id is not null)),
    check ((kind = 'DIRECT') = (payment_id is null)),
    check ((code in ('GRANT', 'RECOVERY'))
           = (entitlement_id is not null and month is not null and decision_id is not null)),
    check ((code = 'PAYMENT') = (programme is null) and (code = 'PAYMENT') = (recipient_id is null))
);
create index transfer_by_entitlement on payments.transfer (entitlement_id, month) where entitlement_id is not null;
create index transfer_by_owed on payments.transfer (programme, recipient_id) where code in ('CARRY', 'COLLECT');
create index transfer_by_run on payments.transfer (run_id);
create index transfer_by_payment on payments.transfer (payment_id) where payment_id is not null;
grant select, insert on payments.transfer to yingbao_app;

-- What the transfers of one statement did to an account; kept by the database itself, so that balances need no counting.
create table payments.movement (
    id          bigint generated always as identity primary key,
    account_id  int not null references payments.account,
    run_id      uuid not null references payments.run,
    pending_fen bigint not null,
    posted_fen  bigint not null,
    transfers   int not null check (transfers > 0)
);
create index movement_by_account on payments.movement (account_id, run_id);
create index movement_by_run on payments.movement (run_id);
grant select on payments.movement to yingbao_app;

create view payments.balance with (security_invoker = true) as
    select a.id, a.area_code, a.kind, a.fund,
           coalesce(sum(m.posted_fen), 0)::bigint as posted_fen,
           coalesce(sum(m.pending_fen), 0)::bigint as pending_fen,
           coalesce(sum(m.transfers), 0)::bigint as transfers
      from payments.account a
      left join payments.movement m on m.account_id = a.id
     group by a.id;
grant select on payments.balance to yingbao_app;

-- Transfers that fit neither their code nor what they resolve are refused; the others move the balances.
create function payments.take_transfers() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if exists (
        select from added t
          left join payments.account d on d.id = t.debit_account
          left join payments.account c on c.id = t.credit_account
          join payments.run r on r.id = t.run_id
         where d.area_code is distinct from r.area_code or c.area_code is distinct from r.area_code
            or d.kind || ' ' || c.kind is distinct from (case t.code
                   when 'GRANT' then 'FUND RECIPIENTS'
                   when 'RECOVERY' then 'RECIPIENTS FUND'
                   when 'PAYMENT' then 'RECIPIENTS BANK'
                   when 'CARRY' then 'RECEIVABLE RECIPIENTS'
                   when 'COLLECT' then 'RECIPIENTS RECEIVABLE' end)) then
        raise exception 'a transfer names accounts that do not fit its code' using errcode = 'check_violation';
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
create trigger take_transfers after insert on payments.transfer
    referencing new table as added for each statement execute function payments.take_transfers();

-- What recipients are granted is paid to them, taken off what they owe, or owed by them; nothing of it stays behind.
create function payments.nothing_stays() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if (select sum(m.pending_fen) <> 0 or sum(m.posted_fen) <> 0
          from payments.movement m join payments.account a on a.id = m.account_id
         where m.run_id = new.run_id and a.kind = 'RECIPIENTS') then
        raise exception 'run % leaves money on the account of recipients', new.run_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger nothing_stays after insert on payments.movement
    deferrable initially deferred for each row execute function payments.nothing_stays();

create function payments.never() returns trigger
    language plpgsql as $$
begin
    raise exception '% is never changed; a further transfer puts right what was wrong', tg_table_name
        using errcode = 'restrict_violation';
end $$;
create trigger never_changed before update or delete on payments.transfer
    for each statement execute function payments.never();
create trigger never_changed before update or delete on payments.movement
    for each statement execute function payments.never();

-- What was posted or is pending for entitlements, by month and fund account, wherever their households lived then: a
-- caller may ask for the sum although not all of the transfers lie in their area.
create function payments.had_months(entitlements uuid[], until date)
    returns table (entitlement_id uuid, month date, account_id int, fen bigint, voided boolean)
    language sql stable security definer set search_path = ''
    begin atomic
        select t.entitlement_id, t.month,
               case t.code when 'GRANT' then t.debit_account else t.credit_account end,
               sum(case when (t.kind = 'VOID') = (t.code = 'GRANT') then -t.amount_fen else t.amount_fen end)::bigint,
               bool_or(t.kind = 'VOID')
          from unnest(had_months.entitlements) as wanted(id)
          join payments.transfer t on t.entitlement_id = wanted.id
         where t.kind <> 'POST' and t.month <= had_months.until
         group by 1, 2, 3;
    end;
revoke execute on function payments.had_months(uuid[], date) from public;
grant execute on function payments.had_months(uuid[], date) to yingbao_app;

-- What recipients owe, by programme.
create function payments.owed(recipients uuid[])
    returns table (programme text, recipient_id uuid, fen bigint)
    language sql stable security definer set search_path = ''
    begin atomic
        select t.programme, t.recipient_id,
               sum(case when (t.kind = 'VOID') = (t.code = 'CARRY') then -t.amount_fen else t.amount_fen end)::bigint
          from unnest(owed.recipients) as wanted(id)
          join payments.transfer t on t.recipient_id = wanted.id
         where t.code in ('CARRY', 'COLLECT') and t.kind <> 'POST'
         group by 1, 2;
    end;
revoke execute on function payments.owed(uuid[]) from public;
grant execute on function payments.owed(uuid[]) to yingbao_app;

-- A run names nobody, so that who sees a village may see the run of its county.
create function payments.in_scope_or_above(area_code text) returns boolean
    language sql stable parallel safe
    return kernel.in_scope(area_code)
        or area_code collate "C" = rpad(left(current_setting('yingbao.scope_from', true), 6), 12, '0') collate "C";
grant execute on function payments.in_scope_or_above(text) to yingbao_app;

alter table payments.account enable row level security;
alter table payments.run enable row level security;
alter table payments.payment enable row level security;
alter table payments.run_recipient enable row level security;
alter table payments.run_line enable row level security;
alter table payments.return_file enable row level security;
alter table payments.return_row enable row level security;
alter table payments.payer enable row level security;
alter table payments.transfer enable row level security;
alter table payments.movement enable row level security;
create policy account_in_scope on payments.account to yingbao_app using (kernel.in_scope(area_code));
create policy run_in_scope on payments.run to yingbao_app
    using (payments.in_scope_or_above(area_code)) with check (kernel.in_scope(area_code));
create policy payment_in_scope on payments.payment to yingbao_app using (kernel.in_scope(area_code));
create policy run_recipient_in_scope on payments.run_recipient to yingbao_app using (kernel.in_scope(area_code));
create policy run_line_in_scope on payments.run_line to yingbao_app using (kernel.in_scope(area_code));
create policy return_file_in_scope on payments.return_file to yingbao_app using (kernel.in_scope(area_code));
create policy return_row_in_scope on payments.return_row to yingbao_app using (kernel.in_scope(area_code));
create policy payer_in_scope on payments.payer to yingbao_app using (kernel.in_scope(area_code));
create policy transfer_in_scope on payments.transfer to yingbao_app using (kernel.in_scope(area_code));
create policy movement_in_scope on payments.movement to yingbao_app
    using (exists (select from payments.account a where a.id = account_id));
