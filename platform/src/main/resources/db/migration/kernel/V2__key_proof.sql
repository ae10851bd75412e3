-- What shows that the keys are those with which this database was begun. Only the owner reads and writes it.
create table kernel.key_proof (
    only_row boolean primary key default true check (only_row),
    sealing  bytea not null check (length(sealing) = 32),
    indexing bytea not null check (length(indexing) = 32)
);
