-- What stands behind a report: repeated, vulnerable and targeted victims, a household that reports again and again, a
-- family whose trouble is called antisocial behaviour.

-- From how many reports in how many days on a concern is raised; effective-dated, without an organisation as shipped.
create table concerns.threshold (
    id uuid primary key default uuidv7(),
    kind text not null check (kind in ('REPEAT', 'HOUSEHOLD', 'FAMILY')),
    organisation_id uuid references identity.organisation,
    valid_from date not null,
    reports integer not null check (reports between 2 and 100),
    days integer not null check (days between 1 and 3650),
    source text not null check (source <> ''),
    verified boolean not null,
    unique nulls not distinct (kind, organisation_id, valid_from)
);
create trigger keep_former_version after update or delete on concerns.threshold
    for each row execute function audit.keep_former_version();
insert into concerns.threshold (kind, valid_from, reports, days, source, verified) values
    ('REPEAT', '2000-01-01', 2, 365, 'Usual in forces: more than one crime or ASB incident in 12 months (Bedfordshire Police)', true),
    ('HOUSEHOLD', '2000-01-01', 4, 365, 'Frith''s suggestion, after HMICFRS 2024; each force sets its own', false),
    ('FAMILY', '2000-01-01', 3, 365, 'Frith''s suggestion, after HMICFRS 2024; each force sets its own', false);

create table concerns.concern (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    incident_id uuid not null references recording.incident,
    kind text not null check (kind in ('REPEAT', 'VULNERABLE', 'TARGETED', 'HOUSEHOLD', 'FAMILY')),
    reasons text[] not null check (cardinality(reasons) > 0),
    source text not null check (source <> ''),
    raised_at timestamptz not null,
    found text check (found in ('HIDDEN_HARM', 'KNOWN_HARM', 'NOTHING_MORE')),
    answer text check (length(answer) between 20 and 2000),
    answered_at timestamptz,
    answered_by uuid references identity.account,
    unique (incident_id, kind),
    check ((found is null) = (answer is null) and (found is null) = (answered_at is null)
           and (found is null) = (answered_by is null)),
    check (found is null or kind in ('HOUSEHOLD', 'FAMILY'))
);
create index concern_to_answer on concerns.concern (organisation_id, raised_at)
    where found is null and kind in ('HOUSEHOLD', 'FAMILY');
create trigger keep_former_version after update or delete on concerns.concern
    for each row execute function audit.keep_former_version();

alter table concerns.threshold enable row level security;
alter table concerns.concern enable row level security;
create policy shipped_and_own on concerns.threshold for select to frith_app
    using (organisation_id is null or organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy own_organisation on concerns.concern to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')));

grant usage on schema concerns to frith_app;
grant select on concerns.threshold to frith_app;
grant select, insert on concerns.concern to frith_app;
grant update (found, answer, answered_at, answered_by) on concerns.concern to frith_app;

insert into deadlines.kind values ('LOOK_BEHIND', 'Look behind the repeated reports');
insert into deadlines.period (kind, valid_from, minutes, warn_minutes, escalates_to, source, verified) values
    ('LOOK_BEHIND', '2000-01-01', 10080, 2880, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false);
