-- The whole register is read area by area.
create index statement_by_area on registry.statement (area_code);
