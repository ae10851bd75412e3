-- Whoever sounds alike is sought in one county and by the years around a birth: one index serves that and the search.
drop index registry.person_by_initials;
drop index registry.person_by_sound_and_birth;
create index person_by_initials on registry.person (initials, area_code, birth_date);
