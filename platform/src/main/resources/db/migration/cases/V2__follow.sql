-- Takes cases with all that is kept about them to another area of their county, which the caller need not see. Only who may
-- see where they are now can do it.
create function cases.follow(moving uuid[], target text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
    begin
        if exists (select from cases.case_file c where c.id = any(moving) and not kernel.in_scope(c.area_code)) then
            raise exception 'case outside the caller''s scope' using errcode = 'insufficient_privilege';
        end if;
        if exists (select from cases.case_file c where c.id = any(moving) and left(c.county_code, 6) <> left(target, 6)) then
            raise exception 'a case does not leave its county' using errcode = 'check_violation';
        end if;
        update cases.case_file set area_code = target where id = any(moving);
        update cases.step set area_code = target where case_id = any(moving);
        update cases.paper set area_code = target where case_id = any(moving);
        update cases.decision set area_code = target where case_id = any(moving);
        update cases.decided_amount set area_code = target
         where entitlement_id in (select e.id from cases.entitlement e where e.case_id = any(moving));
        update cases.proposal set area_code = target where case_id = any(moving);
        update cases.entitlement set area_code = target where case_id = any(moving);
    end
    $$;

revoke all on function cases.follow(uuid[], text) from public;
grant execute on function cases.follow(uuid[], text) to yingbao_app;
revoke update (area_code) on cases.step, cases.paper, cases.decision, cases.decided_amount from yingbao_app;

create index case_file_by_person on cases.case_file (person_id) where person_id is not null;
