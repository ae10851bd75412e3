-- Whoever lands tens of thousands of rows at once also refreshes the statistics by which they are found.
grant maintain on registry.household, registry.person, registry.membership, registry.statement to yingbao_app;

-- Possible duplicates sound alike and were born about the same time: few sound alike, many were born within two years.
drop index registry.person_by_birth;
create index person_by_sound_and_birth on registry.person (initials, birth_date);
create index person_without_id on registry.person (initials, birth_date)
    where citizen_index is null and merged_into is null;

-- Persons are listed by household or found by name, never by area alone.
drop index registry.person_by_area;

-- An address is found by its beginning in any area; ranges are looked up by the order of the code points.
alter table registry.household alter column address type text collate "C";
create index household_by_address on registry.household (address, area_code);
