create schema payments;
grant usage on schema payments to yingbao_app;

-- A county's account. What is debited to it less what is credited to it is its balance; all balances sum to zero.
create table payments.account (
    id        int generated always as identity primary key,
    area_code kernel.area_code not null,
    kind      text not null check (kind in ('FUND', 'RECIPIENTS', 'BANK', 'RECEIVABLE')),
    -- Which level's money; only a fund has one.
    fund      text check (fund ~ '^[a-z][a-z0-9_-]{0,39}$'),
    check ((kind = 'FUND') = (fund is not null)),
    unique nulls not distinct (area_code, kind, fund)
);
grant select, insert on payments.account to yingbao_app;

-- One payment run of a county for a month. It names no person.
create table payments.run (
    id             uuid primary key,
    area_code      kernel.area_code not null,
    month          date not null check (extract(day from month) = 1),
    number         int not null check (number > 0),
    programmes     text[] not null check (cardinality(programmes) > 0),
    state          text not null check (state in ('PREPARING', 'PREVIEW', 'CONFIRMED', 'SENT', 'SETTLED', 'DROPPED')),
    prepared_by    uuid not null,
    prepared_name  text not null,
    prepared_at    timestamptz not null,
    prepared_on    date not null,
    -- Fingerprint of all lines and payees, which whoever confirms repeats.
    digest         text check (length(digest) = 64),
    confirmed_by   uuid,
    confirmed_name text,
    confirmed_at   timestamptz,
    confirmed_on   date,
    recipients     int not null default 0 check (recipients >= 0),
    payments       int not null default 0 check (payments >= 0),
    held           int not null default 0 check (held >= 0),
    pay_fen        bigint not null default 0 check (pay_fen >= 0),
    held_fen       bigint not null default 0 check (held_fen >= 0),
    -- Why a run could not be prepared.
    note           text not null default '',
    unique (area_code, month, number),
    constraint run_two_people check (confirmed_by <> prepared_by),
    check ((digest is not null) or state in ('PREPARING', 'DROPPED')),
    check ((confirmed_by is not null) = (state in ('CONFIRMED', 'SENT', 'SETTLED'))),
    check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_on is null)
       and (confirmed_by is null) = (confirmed_name is null))
);
create unique index run_open_once on payments.run (area_code) where state in ('PREPARING', 'PREVIEW');
grant select, insert, update on payments.run to yingbao_app;

-- The shares of the levels that pay, as a run used them, in parts of ten thousand.
create table payments.run_share (
    run_id    uuid not null references payments.run,
    programme text not null,
    month     date not null,
    fund      text not null,
    -- From the highest level down; the last one takes what rounding leaves.
    ordinal   int not null check (ordinal > 0),
    parts     int not null check (parts between 0 and 10000),
    primary key (run_id, programme, month, fund),
    unique (run_id, programme, month, ordinal)
);
grant select, insert on payments.run_share to yingbao_app;

create function payments.total(parts bigint[]) returns bigint
    language sql immutable parallel safe
    return (select coalesce(sum(part), 0) from unnest(parts) as part);
grant execute on function payments.total(bigint[]) to yingbao_app;

-- An id made from a name (RFC 9562, version 8): the same name always gives the same id.
create function payments.named_id(name text) returns uuid
    language sql immutable parallel safe
    return (select encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 128), 8, get_byte(hash, 8) & 63 | 128),
                          'hex')::uuid
              from substring(sha256(convert_to(name, 'UTF8')) from 1 for 16) as hash);
grant execute on function payments.named_id(text) to yingbao_app;

-- What a run owes to one payee: the sum of the lines of all whom it reaches by that account.
create table payments.payment (
    id             uuid primary key,
    run_id         uuid not null references payments.run,
    reference      text not null unique check (reference ~ '^[A-Z0-9-]{1,35}$'),
    area_code      kernel.area_code not null,
    payee          text not null check (length(payee) between 1 and 140),
    bank_name      text not null,
    account_sealed bytea not null,
    account_index  bytea not null,
    account_tail   text not null check (length(account_tail) <= 4),
    amount_fen     bigint not null check (amount_fen > 0),
    unique (run_id, account_index)
);
create index payment_by_account on payments.payment (account_index);
grant select, insert on payments.payment to yingbao_app;

-- Somebody whom a run concerns, by programme: what their lines come to and what becomes of it.
create table payments.run_recipient (
    run_id        uuid not null references payments.run,
    programme     text not null,
    -- The person, or the household where the programme is the household's.
    recipient_id  uuid not null,
    household_id  uuid not null,
    area_code     kernel.area_code not null,
    name          text not null,
    household_no  text not null,
    lines_fen     bigint not null,
    pay_fen       bigint not null check (pay_fen >= 0),
    -- Taken off against what they owed before.
    collected_fen bigint not null check (collected_fen >= 0),
    -- What they owe from now on.
    carried_fen   bigint not null check (carried_fen >= 0),
    payment_id    uuid references payments.payment,
    -- Nothing can be paid before an account is known.
    held          boolean not null,
    primary key (run_id, programme, recipient_id),
    check (lines_fen = pay_fen + collected_fen - carried_fen),
    check (carried_fen = 0 or (pay_fen = 0 and collected_fen = 0)),
    check ((payment_id is not null) = (pay_fen > 0 and not held)),
    check (not held or pay_fen > 0)
);
create index run_recipient_by_recipient on payments.run_recipient (recipient_id, run_id);
create index run_recipient_by_household on payments.run_recipient (household_id, run_id);
create index run_recipient_by_payment on payments.run_recipient (payment_id);
grant select, insert on payments.run_recipient to yingbao_app;

-- What is decided for a month less what was posted or is pending for it.
create table payments.run_line (
    run_id         uuid not null references payments.run,
    entitlement_id uuid not null,
    month          date not null check (extract(day from month) = 1),
    programme      text not null,
    recipient_id   uuid not null,
    household_id   uuid not null,
    area_code      kernel.area_code not null,
    decision_id    uuid not null,
    decided_fen    bigint not null check (decided_fen >= 0),
    had_fen        bigint not null,
    -- What was decided for the month before.
    former_fen     bigint not null check (former_fen >= 0),
    amount_fen     bigint not null,
    reason         text not null check (reason in
        ('NEW', 'UNCHANGED', 'RAISED', 'LOWERED', 'ENDED', 'ARREARS', 'RECOVERY', 'REISSUED')),
    funds          text[] not null,
    -- The amount as the levels share it, in the order of funds.
    share_fen      bigint[] not null,
    primary key (run_id, entitlement_id, month),
    check (amount_fen = decided_fen - had_fen),
    constraint run_line_shares_sum check (
        cardinality(funds) = cardinality(share_fen) and payments.total(share_fen) = amount_fen),
    check (amount_fen <> 0 or reason = 'ENDED'),
    foreign key (run_id, programme, recipient_id) references payments.run_recipient
);
create index run_line_by_recipient on payments.run_line (run_id, recipient_id);
create index run_line_by_entitlement on payments.run_line (entitlement_id);
grant select, insert on payments.run_line to yingbao_app;

-- A file in which the bank says what became of payments.
create table payments.return_file (
    id             uuid primary key,
    run_id         uuid not null references payments.run,
    area_code      kernel.area_code not null,
    name           text not null check (length(name) between 1 and 200),
    sha256         bytea not null check (length(sha256) = 32),
    content_sealed bytea not null,
    received_by    uuid not null,
    received_name  text not null,
    received_at    timestamptz not null,
    received_on    date not null,
    state          text not null check (state in ('RECEIVED', 'DONE', 'REFUSED')),
    posted         int not null default 0,
    posted_fen     bigint not null default 0,
    voided         int not null default 0,
    voided_fen     bigint not null default 0,
    repeated       int not null default 0,
    faults         int not null default 0,
    note           text not null default '',
    unique (run_id, sha256)
);
grant select, insert, update on payments.return_file to yingbao_app;

create table payments.return_row (
    return_id  uuid not null references payments.return_file,
    row_number bigint not null check (row_number > 0),
    area_code  kernel.area_code not null,
    reference  text not null,
    outcome    text not null check (outcome in ('POSTED', 'VOIDED', 'REPEATED', 'FAULT')),
    payment_id uuid references payments.payment,
    -- Why the bank could not pay, in its own words.
    reason     text not null default '',
    -- Why the row was not taken: a code with its particulars.
    fault      text not null default '',
    fault_args text[] not null default '{}',
    primary key (return_id, row_number),
    check ((outcome = 'FAULT') = (fault <> '')),
    check ((outcome = 'FAULT') or payment_id is not null)
);
create index return_row_by_payment on payments.return_row (payment_id);
grant select, insert on payments.return_row to yingbao_app;

-- Whose account a county pays from; some formats of the bank ask for it. The newest row counts.
create table payments.payer (
    id             uuid primary key,
    area_code      kernel.area_code not null,
    name           text not null check (length(name) between 1 and 140),
    bank_name      text not null check (length(bank_name) between 1 and 140),
    account_sealed bytea not null,
    account_tail   text not null,
    entered_by     uuid not null,
    entered_at     timestamptz not null
);
create index payer_by_area on payments.payer (area_code, id desc);
grant select, insert on payments.payer to yingbao_app;
