-- Everything that is due: what, to whom, by when, and to whom it goes when it isn't done.

-- A kind of duty. The chapter that owns the duty names it in a migration of its own.
create table deadlines.kind (
    code text primary key check (code ~ '^[A-Z_]{3,40}$'),
    title text not null check (title <> '')
);

-- How long a duty may take, from a day on. Without an organisation: as shipped, for all that set nothing themselves.
create table deadlines.period (
    id uuid primary key default uuidv7(),
    kind text not null references deadlines.kind,
    organisation_id uuid references identity.organisation,
    valid_from date not null,
    minutes integer not null check (minutes between 1 and 525600),
    warn_minutes integer not null check (warn_minutes >= 0),
    escalates_to text not null,
    source text not null check (source <> ''),
    verified boolean not null,
    check (warn_minutes < minutes),
    unique nulls not distinct (kind, organisation_id, valid_from)
);
create trigger keep_former_version after update or delete on deadlines.period
    for each row execute function audit.keep_former_version();

create table deadlines.deadline (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    kind text not null references deadlines.kind,
    subject uuid not null,
    reference text not null check (length(reference) between 1 and 100),
    path text not null check (path ~ '^/[a-z0-9/-]+$'),
    account_id uuid references identity.account,
    team_id uuid references identity.team,
    began_at timestamptz not null,
    warns_at timestamptz not null,
    due_at timestamptz not null check (due_at > began_at),
    escalates_to text not null,
    escalated_at timestamptz,
    state text not null default 'OPEN' check (state in ('OPEN', 'MET', 'CANCELLED')),
    ended_at timestamptz,
    ended_why text,
    check ((state = 'OPEN') = (ended_at is null)),
    check (state <> 'CANCELLED' or ended_why is not null),
    check (warns_at between began_at and due_at)
);
-- One clock of a kind for each thing; a new one may run when the last has ended.
create unique index one_open_clock on deadlines.deadline (kind, subject) where state = 'OPEN';
create index deadline_of_subject on deadlines.deadline (subject);
create index deadline_by_due on deadlines.deadline (organisation_id, due_at) where state = 'OPEN';
create index deadline_to_escalate on deadlines.deadline (due_at) where state = 'OPEN' and escalated_at is null;
create trigger keep_former_version after update or delete on deadlines.deadline
    for each row execute function audit.keep_former_version();

alter table deadlines.deadline enable row level security;
alter table deadlines.period enable row level security;
create policy own_organisation on deadlines.deadline to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy shipped_and_own on deadlines.period for select to frith_app
    using (organisation_id is null or organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy administrators_set on deadlines.period for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{ADMINISTRATOR}')));

grant usage on schema deadlines to frith_app;
grant select on deadlines.kind to frith_app;
grant select, insert on deadlines.period, deadlines.deadline to frith_app;
grant update (account_id, team_id, escalated_at, state, ended_at, ended_why) on deadlines.deadline to frith_app;
