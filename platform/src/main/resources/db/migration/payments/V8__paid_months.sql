-- How far the money of an entitlement has come, month by month: what is posted of it, and which run has it last. Whoever
-- handles the case may ask although the run, and what was posted where the family lived before, lie outside their area.
create function payments.paid_months(entitlement uuid)
    returns table (month date, posted_fen bigint, run_month date, run_number int, stage text)
    language sql stable security definer set search_path = ''
    begin atomic
        select distinct on (l.month) l.month,
               coalesce((select sum(case t.code when 'GRANT' then t.amount_fen else -t.amount_fen end)
                           from payments.transfer t
                          where t.entitlement_id = l.entitlement_id and t.month = l.month
                            and t.code in ('GRANT', 'RECOVERY') and t.kind in ('POST', 'DIRECT')), 0)::bigint,
               r.month, r.number,
               case when r.state in ('PREPARING', 'PREVIEW') then 'OPEN'
                    when p.held then 'HELD'
                    when p.payment_id is null
                      or exists (select from payments.transfer t where t.payment_id = p.payment_id and t.kind = 'POST')
                    then 'POSTED'
                    when exists (select from payments.transfer t where t.payment_id = p.payment_id and t.kind = 'VOID')
                    then 'REFUSED'
                    else 'PENDING' end
          from payments.run_line l
          join payments.run r on r.id = l.run_id
          join payments.run_recipient p
            on p.run_id = l.run_id and p.programme = l.programme and p.recipient_id = l.recipient_id
         where l.entitlement_id = paid_months.entitlement and r.state <> 'DROPPED'
         order by l.month, r.prepared_at desc;
    end;
revoke execute on function payments.paid_months(uuid) from public;
grant execute on function payments.paid_months(uuid) to yingbao_app;
