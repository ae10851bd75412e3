-- The same as before for what is written: the scope is looked up once for a statement instead of once for each of its rows.
alter policy household_in_scope on registry.household with check (
    area_code >= (select current_setting('yingbao.scope_from', true) collate "C") collate "C"
    and area_code <= (select current_setting('yingbao.scope_to', true) collate "C") collate "C");
alter policy person_in_scope on registry.person with check (
    area_code >= (select current_setting('yingbao.scope_from', true) collate "C") collate "C"
    and area_code <= (select current_setting('yingbao.scope_to', true) collate "C") collate "C");
alter policy membership_in_scope on registry.membership with check (
    area_code >= (select current_setting('yingbao.scope_from', true) collate "C") collate "C"
    and area_code <= (select current_setting('yingbao.scope_to', true) collate "C") collate "C");
alter policy statement_in_scope on registry.statement with check (
    area_code >= (select current_setting('yingbao.scope_from', true) collate "C") collate "C"
    and area_code <= (select current_setting('yingbao.scope_to', true) collate "C") collate "C");
