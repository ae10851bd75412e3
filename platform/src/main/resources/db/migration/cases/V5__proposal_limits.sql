-- By when what a changed fact proposes is to be looked at; empty where nobody has set a limit, and of a batch, which somebody
-- decides as a whole.
alter table cases.proposal add column due_on date;
