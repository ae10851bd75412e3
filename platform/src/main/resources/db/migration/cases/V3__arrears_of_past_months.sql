-- Arrears are of the months before the one in which they were worked out, which its own run pays; until now they counted it.
update cases.proposal p
   set arrears_fen = p.arrears_fen - (present.proposed - present.former)
  from (select q.id,
               coalesce(sum((s.span ->> 'amountFen')::bigint) filter (where s.of = 'proposed'), 0) as proposed,
               coalesce(sum((s.span ->> 'amountFen')::bigint) filter (where s.of = 'former'), 0) as former
          from cases.proposal q
         cross join lateral (select 'proposed' as of, span from jsonb_array_elements(q.proposed) as span
                             union all
                             select 'former', span from jsonb_array_elements(q.former) as span) as s
         where to_char(q.made_on, 'YYYY-MM') between s.span ->> 'from' and coalesce(s.span ->> 'to', '9999-12')
         group by q.id) as present
 where present.id = p.id and present.proposed <> present.former;
