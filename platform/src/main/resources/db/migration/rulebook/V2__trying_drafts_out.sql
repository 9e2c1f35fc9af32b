-- What a change of the rules would do, before it does it: runs of a draft beside the rules that hold, on past accounts and on
-- the cases that a force keeps. Accounts are personal data: the force's registrars see them and nobody else.

create table rulebook.kept_case (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    title text not null check (length(title) between 1 and 200),
    account text not null check (length(account) between 1 and 100000),
    asb boolean not null,
    category text check (category in ('PERSONAL', 'NUISANCE', 'ENVIRONMENTAL')),
    crimes text[] not null,
    -- Where it came from; incidents belong to a later chapter and have no foreign key here.
    incident_id uuid,
    kept_by uuid not null references identity.account,
    kept_at timestamptz not null,
    retired_at timestamptz,
    check (asb or category is null)
);
create index kept_case_in_use on rulebook.kept_case (organisation_id, kept_at) where retired_at is null;
create trigger keep_former_version after update or delete on rulebook.kept_case
    for each row execute function audit.keep_former_version();

-- What was told before, of which a case may speak.
create table rulebook.kept_case_earlier (
    case_id uuid not null references rulebook.kept_case,
    organisation_id uuid not null references identity.organisation,
    number integer not null check (number >= 0),
    text text not null check (length(text) <= 100000),
    crimes text[] not null,
    primary key (case_id, number)
);

create table rulebook.trial (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    draft_id uuid not null references rulebook.draft,
    period_from date not null,
    period_to date not null check (period_to >= period_from),
    most integer not null check (most between 1 and 100000),
    seed bigint not null,
    state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    live_label text not null default '',
    draft_digest text not null default '',
    total integer not null default 0 check (total >= 0),
    done integer not null default 0 check (done between 0 and total),
    changed integer not null default 0 check (changed between 0 and done),
    cases integer not null default 0 check (cases >= 0),
    broken integer not null default 0 check (broken between 0 and cases),
    per_second integer not null default 0 check (per_second >= 0),
    sentence text not null default '',
    begun_by uuid not null references identity.account,
    begun_at timestamptz not null,
    ended_at timestamptz,
    check ((state in ('DONE', 'FAILED')) = (ended_at is not null))
);
create index trial_of_draft on rulebook.trial (draft_id, begun_at desc);

-- How often something of a kind changed.
create table rulebook.trial_count (
    trial_id uuid not null references rulebook.trial,
    organisation_id uuid not null references identity.organisation,
    kind text not null check (kind in ('GAINED', 'LOST', 'CATEGORY', 'GRADE', 'ASKED', 'NO_LONGER_ASKED')),
    what text not null,
    number integer not null check (number > 0),
    primary key (trial_id, kind, what)
);

-- An account that would be read otherwise, with the words that carry it.
create table rulebook.trial_change (
    trial_id uuid not null references rulebook.trial,
    organisation_id uuid not null references identity.organisation,
    number integer not null check (number >= 0),
    of_case boolean not null,
    subject_id uuid not null,
    title text not null,
    path text not null check (path like '/%'),
    what text[] not null check (cardinality(what) > 0),
    words text[] not null,
    primary key (trial_id, number)
);
create index trial_change_by_what on rulebook.trial_change using gin (what);

create table rulebook.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_by_time on rulebook.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on rulebook.scheduled_task (last_heartbeat);

do $$
declare
    t text;
begin
    foreach t in array array['kept_case', 'kept_case_earlier', 'trial', 'trial_count', 'trial_change'] loop
        execute format('alter table rulebook.%I enable row level security', t);
        execute format('create policy registrars on rulebook.%I to frith_app
            using (organisation_id = any ((select identity.my_organisations())::uuid[])
                   and (select identity.i_have_role(''{CRIME_REGISTRAR}'')))
            with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                   and (select identity.i_have_role(''{CRIME_REGISTRAR}'')))', t);
    end loop;
end $$;

grant select, insert on rulebook.kept_case, rulebook.kept_case_earlier, rulebook.trial, rulebook.trial_count,
    rulebook.trial_change to frith_app;
grant update (title, account, asb, category, crimes, retired_at) on rulebook.kept_case to frith_app;
grant update (state, live_label, draft_digest, total, done, changed, cases, broken, per_second, sentence, ended_at)
    on rulebook.trial to frith_app;
grant delete on rulebook.trial_count, rulebook.trial_change to frith_app;
grant select, insert, update, delete on rulebook.scheduled_task to frith_app;
