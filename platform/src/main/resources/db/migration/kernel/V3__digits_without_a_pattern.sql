-- The same as before, without a pattern: it is asked of every row of an import, on each of its tables.
alter domain kernel.area_code drop constraint area_code_check;
alter domain kernel.area_code add constraint area_code_check
    check (length(value) = 12 and translate(value, '0123456789', '') = '');
