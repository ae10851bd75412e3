-- What rests on another entitlement is held back while that is suspended or ended and nobody has decided what becomes of it.
alter table payments.run_recipient drop constraint run_recipient_held_for_check;
alter table payments.run_recipient add constraint run_recipient_held_for_check
    check (held_for in ('NO_ACCOUNT', 'FAULTY_ACCOUNT', 'REFUSED_ACCOUNT', 'RESTS_ON'));
