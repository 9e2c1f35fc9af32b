-- The rules that accounts are read with: those that ship and those of each force, as editions that never change once they are
-- published, and drafts of the next one.

-- What ships belongs to no organisation. The label is what every reading keeps.
create table rulebook.edition (
    id uuid primary key default uuidv7(),
    organisation_id uuid references identity.organisation,
    number integer check (number > 0),
    label text not null check (label ~ '^[A-Za-z0-9._-]{1,80}$'),
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    ships_id uuid references rulebook.edition,
    valid_from timestamptz not null,
    reason text not null check (length(reason) between 10 and 2000),
    broken_reason text not null default '' check (length(broken_reason) <= 2000),
    published_at timestamptz not null,
    published_by uuid not null references identity.account,
    approved_by uuid references identity.account,
    withdrawn_at timestamptz,
    withdrawn_by uuid references identity.account,
    unique (organisation_id, number),
    unique (organisation_id, label),
    check ((organisation_id is null) = (number is null)),
    check ((organisation_id is null) = (ships_id is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check (withdrawn_at < valid_from),
    check (valid_from >= published_at),
    check (approved_by <> published_by)
);
create unique index edition_that_ships on rulebook.edition (digest) where organisation_id is null;
create index edition_live on rulebook.edition (organisation_id, valid_from desc, number desc) where withdrawn_at is null;

create table rulebook.edition_file (
    edition_id uuid not null references rulebook.edition,
    organisation_id uuid references identity.organisation,
    position integer not null check (position >= 0),
    name text not null check (name ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
    text text not null check (length(text) <= 1000000),
    primary key (edition_id, name),
    unique (edition_id, position)
);

-- Whether a second person must agree before an organisation's draft is published.
create table rulebook.setting (
    organisation_id uuid primary key references identity.organisation,
    id uuid not null generated always as (organisation_id) stored,
    second_person boolean not null
);
create trigger keep_former_version after update or delete on rulebook.setting
    for each row execute function audit.keep_former_version();

-- A book in the making. What was submitted waits for a second person, if the organisation wants one.
create table rulebook.draft (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    title text not null check (length(title) between 1 and 200),
    begun_from uuid not null references rulebook.edition,
    ships_id uuid not null references rulebook.edition,
    state text not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED', 'PUBLISHED', 'DISCARDED')),
    began_by uuid not null references identity.account,
    began_at timestamptz not null,
    submitted_by uuid references identity.account,
    valid_from timestamptz,
    reason text check (length(reason) between 10 and 2000),
    broken_reason text not null default '' check (length(broken_reason) <= 2000),
    edition_id uuid references rulebook.edition,
    ended_at timestamptz,
    check ((state = 'SUBMITTED') <= (submitted_by is not null and reason is not null)),
    check ((state = 'PUBLISHED') = (edition_id is not null)),
    check ((state in ('PUBLISHED', 'DISCARDED')) = (ended_at is not null))
);
create index draft_open on rulebook.draft (organisation_id, began_at desc);
create trigger keep_former_version after update or delete on rulebook.draft
    for each row execute function audit.keep_former_version();

create table rulebook.draft_file (
    id uuid not null default uuidv7() unique,
    draft_id uuid not null references rulebook.draft,
    organisation_id uuid not null references identity.organisation,
    position integer not null check (position >= 0),
    name text not null check (name ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
    text text not null check (length(text) <= 1000000),
    changed_at timestamptz not null,
    changed_by uuid not null references identity.account,
    primary key (draft_id, name)
);
create trigger keep_former_version after update or delete on rulebook.draft_file
    for each row execute function audit.keep_former_version();

alter table rulebook.edition enable row level security;
alter table rulebook.edition_file enable row level security;
alter table rulebook.setting enable row level security;
alter table rulebook.draft enable row level security;
alter table rulebook.draft_file enable row level security;

-- Everybody reads what ships and the editions of their own organisation.
create policy own_and_shipped on rulebook.edition for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           or organisation_id is null and (select identity.me()) is not null);
create policy own_and_shipped on rulebook.edition_file for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           or organisation_id is null and (select identity.me()) is not null);
create policy own_organisation on rulebook.setting for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]));

-- A registrar publishes for their own organisation and in their own name, with a second person where one is wanted; only the
-- system itself brings what ships.
create policy registrars_publish on rulebook.edition for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{CRIME_REGISTRAR}'))
                and (approved_by = (select identity.me())
                     or approved_by is null and published_by = (select identity.me())
                        and not exists (select 1 from rulebook.setting s
                                        where s.organisation_id = edition.organisation_id and s.second_person)));
create policy what_ships on rulebook.edition for insert to frith_app
    with check (organisation_id is null and (select identity.i_have_role('{}')));
create policy registrars_withdraw on rulebook.edition for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CRIME_REGISTRAR}')) and valid_from > clock_timestamp())
    with check (withdrawn_by = (select identity.me()));
create policy registrars_publish on rulebook.edition_file for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{CRIME_REGISTRAR}')));
create policy what_ships on rulebook.edition_file for insert to frith_app
    with check (organisation_id is null and (select identity.i_have_role('{}')));
create policy registrars_set on rulebook.setting to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{CRIME_REGISTRAR}')));
create policy registrars_draft on rulebook.draft to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{CRIME_REGISTRAR}')));
create policy registrars_draft on rulebook.draft_file to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{CRIME_REGISTRAR}'))
                and changed_by = (select identity.me()));

grant usage on schema rulebook to frith_app;
grant select, insert on rulebook.edition, rulebook.edition_file, rulebook.setting, rulebook.draft, rulebook.draft_file to frith_app;
grant update (withdrawn_at, withdrawn_by) on rulebook.edition to frith_app;
grant update (second_person) on rulebook.setting to frith_app;
grant update (title, ships_id, state, submitted_by, valid_from, reason, broken_reason, edition_id, ended_at)
    on rulebook.draft to frith_app;
grant update (position, text, changed_at, changed_by) on rulebook.draft_file to frith_app;
grant delete on rulebook.draft_file to frith_app;
