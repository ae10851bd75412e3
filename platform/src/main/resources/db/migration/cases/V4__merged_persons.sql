-- Whose case it was before they were found to be somebody else, the last of them last: a case follows a merge, and goes back
-- when the merge is undone.
alter table cases.case_file add column merged_persons uuid[] not null default '{}';
create index case_file_by_merged on cases.case_file ((merged_persons[cardinality(merged_persons)]))
    where merged_persons <> '{}';

-- Nobody opens a second case; but who was registered twice may have had one each time.
drop index cases.case_file_open_once;
create unique index case_file_open_once on cases.case_file (household_id, programme, coalesce(person_id, household_id))
    where closed_on is null and merged_persons = '{}';
