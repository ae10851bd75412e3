create schema cases;
grant usage on schema cases to yingbao_app;
-- Keys over an id and a range need it.
create extension if not exists btree_gist with schema kernel;

-- The last number given to a case of a county in a year.
create table cases.number_series (
    county_code kernel.area_code,
    year        int check (year between 1949 and 2200),
    last        int not null check (last > 0),
    primary key (county_code, year)
);
grant select, insert, update on cases.number_series to yingbao_app;

-- The day whose reviews and expired limits have been seen to.
create table cases.seen_day (
    only_row boolean primary key default true check (only_row),
    on_date  date not null
);
grant select, insert, update on cases.seen_day to yingbao_app;

-- A case and where it stands. What happened is in cases.step; this row is kept true in the same transaction.
create table cases.case_file (
    id              uuid primary key,
    number          text not null check (number ~ '^[0-9]{4}-[0-9]{5,}$'),
    county_code     kernel.area_code not null,
    programme       text not null,
    workflow        text not null,
    household_id    uuid not null,
    person_id       uuid,
    area_code       kernel.area_code not null,
    household_no    text not null,
    applicant_name  text not null check (length(applicant_name) between 1 and 60),
    state           text not null,
    -- Who acts in the state; empty where a case rests: ended, or entitled with no review due.
    actor           text,
    state_since     date not null,
    -- The first day on which the state may be left, as after a public notice.
    ready_on        date not null,
    due_on          date,
    opened_on       date not null,
    applied_on      date not null,
    closed_on       date,
    kin             boolean not null default false,
    kin_remark      text not null default '',
    authorised_on   date,
    payee_name      text not null default '',
    review_on       date,
    version         int not null default 0,
    unique (county_code, number)
);
create unique index case_file_open_once on cases.case_file (household_id, programme, coalesce(person_id, household_id))
    where closed_on is null;
create index case_file_by_area on cases.case_file (area_code, opened_on desc);
create index case_file_by_actor on cases.case_file (actor, area_code, due_on) where actor is not null;
create index case_file_by_name on cases.case_file (applicant_name, area_code);
create index case_file_by_household on cases.case_file (household_id);
create index case_file_by_review on cases.case_file (review_on) where review_on is not null and closed_on is null;

-- What was done in a case, in order. Only ever added to.
create table cases.step (
    case_id    uuid not null references cases.case_file,
    seq        int not null check (seq > 0),
    area_code  kernel.area_code not null,
    from_state text not null,
    action     text not null,
    to_state   text not null,
    on_date    date not null,
    at         timestamptz not null,
    actor_id   uuid not null,
    actor_name text not null,
    remarks    text not null default '' check (length(remarks) <= 2000),
    form       jsonb not null default '{}',
    primary key (case_id, seq)
);
create index step_by_period on cases.step (from_state, action, on_date, area_code);

-- What was put on file in a state.
create table cases.paper (
    id          uuid primary key,
    case_id     uuid not null references cases.case_file,
    area_code   kernel.area_code not null,
    state       text not null,
    title       text not null check (length(title) between 1 and 120),
    -- After how many steps it was filed: a paper of a state counts for the visit in which it was filed.
    visit       int not null,
    document_id uuid not null,
    at          timestamptz not null,
    by_id       uuid not null,
    by_name     text not null
);
create index paper_by_case on cases.paper (case_id);

-- What a household or person draws by a case.
create table cases.entitlement (
    id           uuid primary key,
    case_id      uuid not null unique references cases.case_file,
    programme    text not null,
    household_id uuid not null,
    person_id    uuid,
    area_code    kernel.area_code not null,
    payee_name   text not null,
    since        date not null
);
create index entitlement_by_area on cases.entitlement (area_code, programme);
create index entitlement_by_household on cases.entitlement (household_id);

-- A decision with all that it rests on. Only ever added to. A refusal has no entitlement.
create table cases.decision (
    id             uuid primary key,
    entitlement_id uuid references cases.entitlement,
    case_id        uuid not null references cases.case_file,
    area_code      kernel.area_code not null,
    seq            int not null check (seq > 0),
    kind           text not null check (kind in ('GRANT', 'REFUSE', 'ADJUST', 'SUSPEND', 'RESUME', 'END')),
    decided_on     date not null,
    decided_at     timestamptz not null,
    decided_by     uuid not null,
    decided_name   text not null,
    reason         text not null default '',
    pack_version   text not null,
    -- The day whose facts and rules the outcome rests on.
    as_of          date not null,
    -- Frozen facts and the worked-out explanation: once opened, the same bytes whenever they are worked out again. Both may
    -- tell of an illness or an account, so they lie sealed.
    basis_sealed   bytea not null,
    trace_sealed   bytea not null,
    -- The number of a decision taken before the platform, which has no frozen basis.
    former_number  text,
    unique (case_id, seq),
    unique (id, entitlement_id, seq),
    check (entitlement_id is not null or kind = 'REFUSE'),
    check (former_number is not null or length(basis_sealed) > 0)
);
create unique index decision_once on cases.decision (entitlement_id, seq) where entitlement_id is not null;

-- The money that a decision decides, as a timeline of months. What is decided for a month is said by the decision of the
-- greatest seq that covers it.
create table cases.decided_amount (
    decision_id    uuid not null,
    entitlement_id uuid not null,
    area_code      kernel.area_code not null,
    seq            int not null,
    months         daterange not null,
    amount_fen     bigint not null check (amount_fen >= 0),
    primary key (decision_id, months without overlaps),
    foreign key (decision_id, entitlement_id, seq) references cases.decision (id, entitlement_id, seq),
    check (not isempty(months) and not lower_inf(months) and lower(months) = date_trunc('month', lower(months))::date),
    check (upper_inf(months) or upper(months) = date_trunc('month', upper(months))::date)
);
create index decided_amount_by_entitlement on cases.decided_amount (entitlement_id, seq);
create index decided_amount_by_area on cases.decided_amount (area_code);

-- A change of what was decided that somebody must look at.
create table cases.proposal_batch (
    id           uuid primary key,
    parameter    text not null,
    area_code    kernel.area_code not null,
    from_date    date not null,
    cause_text   text not null,
    state        text not null check (state in ('PREPARING', 'OPEN', 'CONFIRMED', 'DROPPED')),
    affected     int not null default 0,
    unchanged    int not null default 0,
    undetermined int not null default 0,
    former_fen   bigint not null default 0,
    proposed_fen bigint not null default 0,
    made_at      timestamptz not null,
    decided_at   timestamptz,
    decided_name text,
    unique (parameter, area_code, from_date, made_at)
);
create index proposal_batch_by_area on cases.proposal_batch (area_code, made_at desc);

create table cases.proposal (
    id             uuid primary key,
    entitlement_id uuid not null references cases.entitlement,
    case_id        uuid not null references cases.case_file,
    batch_id       uuid references cases.proposal_batch,
    area_code      kernel.area_code not null,
    cause          text not null check (cause in ('FACTS', 'STANDARD')),
    cause_text     text not null,
    kind           text not null check (kind in ('ADJUST', 'END', 'UNDETERMINED')),
    from_month     date not null check (from_month = date_trunc('month', from_month)::date),
    -- Timelines of months as {from, to, amountFen}; the monthly amounts now, and the difference until now, in fen.
    former         jsonb not null,
    proposed       jsonb not null,
    former_fen     bigint not null,
    proposed_fen   bigint not null,
    arrears_fen    bigint not null,
    state          text not null check (state in ('OPEN', 'TAKEN', 'DROPPED')),
    made_on        date not null,
    made_at        timestamptz not null,
    decided_at     timestamptz,
    decided_name   text,
    remark         text not null default ''
);
create unique index proposal_open_once on cases.proposal (entitlement_id) where state = 'OPEN';
create index proposal_by_area on cases.proposal (area_code, state);
create index proposal_by_batch on cases.proposal (batch_id, state);
create index proposal_by_case on cases.proposal (case_id);

-- What is decided for each month, from the first month decided to the month in which until lies. The months that a later
-- decision covers are cut out of an earlier one before any month is counted out.
create function cases.decided_months(area_from text, area_to text, until date)
    returns table (entitlement_id uuid, programme text, area_code text, household_id uuid, person_id uuid,
                   month date, amount_fen bigint, decision_id uuid)
    language sql stable parallel safe
    begin atomic
        with said as (
            select a.entitlement_id, a.decision_id, a.amount_fen, a.months,
                   range_agg(a.months) over (partition by a.entitlement_id order by a.seq desc
                                             groups between unbounded preceding and 1 preceding) as later
              from cases.decided_amount a
              join cases.entitlement e on e.id = a.entitlement_id
             where e.area_code collate "C" between decided_months.area_from and decided_months.area_to
        )
        select e.id, e.programme, e.area_code::text, e.household_id, e.person_id, m.month::date, s.amount_fen, s.decision_id
          from said s
          join cases.entitlement e on e.id = s.entitlement_id
         cross join lateral unnest(datemultirange(s.months * daterange(null, decided_months.until, '[]'))
                                   - coalesce(s.later, '{}'::datemultirange)) as part(months)
         cross join lateral generate_series(lower(part.months), upper(part.months) - 1, interval '1 month') as m(month);
    end;
grant execute on function cases.decided_months(text, text, date) to yingbao_app;

grant select, insert, update on cases.case_file, cases.entitlement, cases.proposal, cases.proposal_batch to yingbao_app;
grant select, insert on cases.step, cases.paper, cases.decision, cases.decided_amount to yingbao_app;
-- Rows follow their household to another village; nothing else of them ever changes.
grant update (area_code) on cases.step, cases.paper, cases.decision, cases.decided_amount to yingbao_app;

alter table cases.case_file enable row level security;
alter table cases.step enable row level security;
alter table cases.paper enable row level security;
alter table cases.entitlement enable row level security;
alter table cases.decision enable row level security;
alter table cases.decided_amount enable row level security;
alter table cases.proposal enable row level security;
alter table cases.proposal_batch enable row level security;
create policy case_file_in_scope on cases.case_file to yingbao_app using (kernel.in_scope(area_code));
create policy step_in_scope on cases.step to yingbao_app using (kernel.in_scope(area_code));
create policy paper_in_scope on cases.paper to yingbao_app using (kernel.in_scope(area_code));
create policy entitlement_in_scope on cases.entitlement to yingbao_app using (kernel.in_scope(area_code));
create policy decision_in_scope on cases.decision to yingbao_app using (kernel.in_scope(area_code));
create policy decided_amount_in_scope on cases.decided_amount to yingbao_app using (kernel.in_scope(area_code));
create policy proposal_in_scope on cases.proposal to yingbao_app using (kernel.in_scope(area_code));
create policy proposal_batch_in_scope on cases.proposal_batch to yingbao_app using (kernel.in_scope(area_code));
