-- Ids hardly shrink, and trying to shrink thousands of them held up every large import.
alter table registry.change alter column holders set storage external;
