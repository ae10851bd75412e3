-- The whole register is read area by area.
create index statement_by_area on registry.statement (area_code);
create index membership_by_area on registry.membership (area_code);
