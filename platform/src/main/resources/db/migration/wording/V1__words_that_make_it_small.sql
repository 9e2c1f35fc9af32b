-- Words that make antisocial behaviour smaller than it is: where somebody was asked about theirs, and where they were kept.

create table wording.asked (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    team_id uuid references identity.team,
    account_id uuid not null references identity.account,
    text text not null check (text in ('CLOSING', 'NOTE', 'REFUSAL', 'PASSED_ON', 'ANSWER')),
    -- Where it was written, within the service.
    path text not null check (path ~ '^/[a-z-]+/[0-9a-f-]{36}$'),
    words text[] not null check (cardinality(words) > 0),
    kept boolean not null,
    asked_at timestamptz not null
);
create index asked_lately on wording.asked (organisation_id, asked_at desc);

-- Everybody enters their own; supervisors and co-ordinators see what their organisation was asked.
alter table wording.asked enable row level security;
create policy own_words on wording.asked for insert to frith_app
    with check (account_id = (select identity.me())
                and organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy overseen on wording.asked for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,ASB_COORDINATOR}')));

grant usage on schema wording to frith_app;
grant select, insert on wording.asked to frith_app;
