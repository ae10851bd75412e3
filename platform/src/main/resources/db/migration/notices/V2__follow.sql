-- Takes the notices of cases to where the cases are now, which the caller need not see. One with a window goes on hanging
-- where it was put up; a long-term list hangs where the household lives.
create function notices.follow(cases uuid[], target text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
    begin
        if exists (select from notices.notice n where n.case_id = any(cases) and not kernel.in_scope(n.area_code)) then
            raise exception 'notice outside the caller''s scope' using errcode = 'insufficient_privilege';
        end if;
        update notices.notice set wall_code = target
         where case_id = any(cases) and to_day is null and closed_on is null and wall_code = area_code;
        update notices.notice set area_code = target where case_id = any(cases);
        update notices.objection set area_code = target where case_id = any(cases);
    end
    $$;

revoke all on function notices.follow(uuid[], text) from public;
grant execute on function notices.follow(uuid[], text) to yingbao_app;
