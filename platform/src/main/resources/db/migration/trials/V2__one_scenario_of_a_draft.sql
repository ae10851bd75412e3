-- The draft as whose trial a scenario was made, as long as it changes nothing else: an area has one of each draft, also where
-- two ask for it at the same instant. Scenarios that somebody makes of a draft by hand are not counted.
alter table trials.scenario add column trial_of uuid;
alter table trials.scenario add constraint scenario_of_draft_once unique (area_code, trial_of);
