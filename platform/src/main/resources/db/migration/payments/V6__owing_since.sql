-- Since when recipients have owed what they owe, by programme: the day on which it was decided that so much is taken back.
create function payments.owing_since(recipients uuid[])
    returns table (programme text, recipient_id uuid, since date)
    language sql stable security definer set search_path = ''
    begin atomic
        with changed as (
            select t.programme, t.recipient_id, t.created_on as day,
                   sum(case when (t.kind = 'VOID') = (t.code in ('CARRY', 'UNREPAID'))
                            then -t.amount_fen else t.amount_fen end) as fen
              from unnest(owing_since.recipients) as wanted(id)
              join payments.transfer t on t.recipient_id = wanted.id
             where t.code in ('CARRY', 'COLLECT', 'REPAID', 'UNREPAID') and t.kind <> 'POST'
             group by 1, 2, 3),
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
                              where c.programme = b.programme and c.recipient_id = b.recipient_id and c.code = 'CARRY'
                                and c.created_on = b.day))
          from begun b;
    end;
revoke execute on function payments.owing_since(uuid[]) from public;
grant execute on function payments.owing_since(uuid[]) to yingbao_app;
