-- What is owed, is owed to the county that paid too much: by its account of what is owed. Somebody who moves and draws in
-- another county is paid there in full, and what they owe to the former one stays owed there.
drop function payments.owed(uuid[]);

-- Who ever came to owe something.
create index run_recipient_by_carried on payments.run_recipient (recipient_id) where carried_fen > 0;

-- Every change of what recipients owe to a county, under whoever answers for it.
create function payments.debt_changes(recipients uuid[])
    returns table (programme text, recipient_id uuid, county_code text, day date, fen bigint)
    language sql stable security definer set search_path = ''
    begin atomic
        with wanted as (select distinct id from unnest(debt_changes.recipients) as given(id)),
        source as (
            select w.id as recipient_id, w.id from wanted w
             where not exists (select from payments.merged_recipient m where m.former_id = w.id)
            union all
            select a.now_id, a.former_id from payments.answering() a join wanted w on w.id = a.now_id)
        select t.programme, s.recipient_id, k.area_code::text, t.created_on,
               case when (t.kind = 'VOID') = (t.code in ('CARRY', 'UNREPAID')) then -t.amount_fen else t.amount_fen end
          from source s
          join payments.transfer t on t.recipient_id = s.id
          join payments.account k
            on k.id = case when t.code in ('CARRY', 'UNREPAID') then t.debit_account else t.credit_account end
         where t.code in ('CARRY', 'COLLECT', 'REPAID', 'UNREPAID') and t.kind <> 'POST'
        union all
        select d.programme, s.recipient_id, d.county_code::text, d.moved_on, d.amount_fen
          from source s join payments.debt_move d on d.to_recipient = s.id
        union all
        select d.programme, s.recipient_id, d.county_code::text, d.moved_on, -d.amount_fen
          from source s join payments.debt_move d on d.from_recipient = s.id;
    end;
revoke execute on function payments.debt_changes(uuid[]) from public;
grant execute on function payments.debt_changes(uuid[]) to yingbao_app;

-- What recipients owe to counties, by programme; somebody for whom another answers owes nothing.
create function payments.owed(recipients uuid[])
    returns table (programme text, recipient_id uuid, county_code text, fen bigint)
    language sql stable security definer set search_path = ''
    begin atomic
        select c.programme, c.recipient_id, c.county_code, sum(c.fen)::bigint
          from payments.debt_changes(owed.recipients) c group by 1, 2, 3;
    end;
revoke execute on function payments.owed(uuid[]) from public;
grant execute on function payments.owed(uuid[]) to yingbao_app;

-- Since when they have owed it to the county: the day on which it was decided that so much is taken back.
create function payments.owing_since(recipients uuid[])
    returns table (programme text, recipient_id uuid, county_code text, since date)
    language sql stable security definer set search_path = ''
    begin atomic
        with changed as (
            select c.programme, c.recipient_id, c.county_code, c.day, sum(c.fen) as fen
              from payments.debt_changes(owing_since.recipients) c group by 1, 2, 3, 4),
        running as (
            select c.*, sum(c.fen) over (partition by c.programme, c.recipient_id, c.county_code order by c.day) as owed
              from changed c),
        quit as (
            select r.programme, r.recipient_id, r.county_code, max(r.day) filter (where r.owed <= 0) as day
              from running r group by 1, 2, 3),
        begun as (
            select r.programme, r.recipient_id, r.county_code, min(r.day) as day
              from running r join quit q using (programme, recipient_id, county_code)
             where r.day > coalesce(q.day, '-infinity') group by 1, 2, 3)
        select b.programme, b.recipient_id, b.county_code,
               least(b.day, (select min(d.decided_on)
                               from payments.transfer c
                               join payments.run u on u.id = c.run_id and u.area_code = b.county_code
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
revoke execute on function payments.owing_since(uuid[]) from public;
grant execute on function payments.owing_since(uuid[]) to yingbao_app;

-- The same as before; a repayment is never beyond what is owed to the county that records it.
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
        select from (select distinct t.programme, payments.answers_for(t.recipient_id) as recipient_id,
                            k.area_code::text as county_code
                       from added t join payments.account k on k.id = t.credit_account
                      where t.code = 'REPAID') repaid
          join payments.owed(array(select payments.answers_for(recipient_id) from added where code = 'REPAID')) o
            using (programme, recipient_id, county_code)
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
