-- Takes the leads of a household to the area where it lives now, which the caller need not see. Only who may see where they
-- are now can do it. What is over stays where it was found.
create function radar.follow(moving uuid, target text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
    begin
        update radar.lead set area_code = target
         where household_id = moving and gone_on is null and kernel.in_scope(area_code);
    end
    $$;
revoke all on function radar.follow(uuid, text) from public;
grant execute on function radar.follow(uuid, text) to yingbao_app;
