-- What a handler has typed of a call that isn't recorded yet. It is kept with every pause in the typing, so that a lost
-- session, a closed lid or a killed server costs no more than the last word.

create table calls.draft (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    account_id uuid not null references identity.account,
    began_at timestamptz not null,
    saved_at timestamptz not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'RECORDED', 'DISCARDED')),
    incident_id uuid references recording.incident,
    phone text not null default '' check (length(phone) <= 1000),
    name text not null default '' check (length(name) <= 1000),
    part text not null default '' check (length(part) <= 40),
    location text not null default '' check (length(location) <= 5000),
    account text not null default '' check (length(account) <= 4000000),
    affected text not null default '' check (length(affected) <= 20000),
    evidence_kind text not null default '' check (length(evidence_kind) <= 40),
    evidence text not null default '' check (length(evidence) <= 5000),
    held_by text not null default '' check (length(held_by) <= 1000),
    wishes text not null default '' check (length(wishes) <= 20000),
    category text not null default '' check (length(category) <= 40),
    grade text not null default '' check (length(grade) <= 40),
    follows text not null default '' check (length(follows) <= 100),
    check ((state = 'RECORDED') = (incident_id is not null))
);
create index draft_open on calls.draft (account_id, saved_at desc) where state = 'OPEN';

-- A draft is its handler's alone until it is recorded.
alter table calls.draft enable row level security;
create policy own_drafts on calls.draft to frith_app
    using (account_id = (select identity.me()))
    with check (account_id = (select identity.me())
                and organisation_id = any ((select identity.my_organisations())::uuid[]));

grant usage on schema calls to frith_app;
grant select, insert on calls.draft to frith_app;
grant update (saved_at, state, incident_id, phone, name, part, location, account, affected, evidence_kind, evidence, held_by,
              wishes, category, grade, follows) on calls.draft to frith_app;
