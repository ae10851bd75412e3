-- Why something is proposed and why it was withdrawn, as codes with what they mention, to be worded for whoever reads it.
-- What was proposed before has its words in cause_text and remark, and keeps them.
alter table cases.proposal add column reasons jsonb;
alter table cases.proposal add column withdrawn_because jsonb;
alter table cases.proposal alter column cause_text set default '';
alter table cases.proposal_batch add column reasons jsonb;
alter table cases.proposal_batch alter column cause_text set default '';

-- Somebody leaves a proposal (DROPPED); it is withdrawn because its cause is gone; a newer one took its place (REPLACED).
alter table cases.proposal drop constraint proposal_state_check;
alter table cases.proposal add constraint proposal_state_check
    check (state in ('OPEN', 'TAKEN', 'DROPPED', 'WITHDRAWN', 'REPLACED'));
update cases.proposal set state = 'REPLACED' where state = 'DROPPED' and decided_name = '' and remark = '';
create index proposal_closed on cases.proposal (state, decided_at desc) where state <> 'OPEN' and batch_id is null;
