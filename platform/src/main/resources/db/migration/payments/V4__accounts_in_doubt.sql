-- Why nothing can be paid to somebody whom a run holds back; where the bank could not pay by their account before and
-- nobody did anything about it since, the payment that failed.
alter table payments.run_recipient add held_for text
    check (held_for in ('NO_ACCOUNT', 'FAULTY_ACCOUNT', 'REFUSED_ACCOUNT'));
alter table payments.run_recipient add refused_payment_id uuid references payments.payment;
update payments.run_recipient set held_for = 'NO_ACCOUNT' where held;
alter table payments.run_recipient add check ((held_for is not null) = held);
alter table payments.run_recipient add check (
    (refused_payment_id is not null) = (held_for is not distinct from 'REFUSED_ACCOUNT'));
create index run_recipient_by_refused on payments.run_recipient (refused_payment_id) where refused_payment_id is not null;

-- That the account of a failed payment is right all the same, such as where the bank was at fault: who says so, and why.
-- Without it nothing is paid to that account again until it is corrected.
create table payments.account_statement (
    payment_id  uuid primary key references payments.payment,
    area_code   kernel.area_code not null,
    reason      text not null check (length(reason) between 1 and 500),
    stated_by   uuid not null,
    stated_name text not null,
    stated_on   date not null,
    stated_at   timestamptz not null
);
grant select, insert on payments.account_statement to yingbao_app;
alter table payments.account_statement enable row level security;
create policy account_statement_in_scope on payments.account_statement to yingbao_app using (kernel.in_scope(area_code));
