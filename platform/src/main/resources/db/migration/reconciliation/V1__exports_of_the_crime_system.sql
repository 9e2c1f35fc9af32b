-- Crimes as an export of the force's crime system has them, and the differences that were settled with a reason.

create table reconciliation.exported (
    id uuid primary key default uuidv7(),
    file_id uuid not null references sheets.file,
    organisation_id uuid not null references identity.organisation,
    reference text not null check (length(reference) between 1 and 100),
    incident_reference text not null check (length(incident_reference) <= 100),
    incident_id uuid references recording.incident,
    class_code text not null check (class_code ~ '^[0-9A-Z/]{1,10}$'),
    recorded_at timestamptz not null,
    status text not null check (length(status) between 1 and 40),
    cancelled boolean not null,
    unique (file_id, reference)
);

-- Crimes whose row was refused, as far as their reference could be read: they aren't missing there.
create table reconciliation.refused (
    file_id uuid not null references sheets.file,
    organisation_id uuid not null references identity.organisation,
    reference text not null check (length(reference) between 1 and 100),
    primary key (file_id, reference)
);

create table reconciliation.settled (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    reference text not null check (length(reference) between 1 and 100),
    kind text not null check (kind in ('MISSING_THERE', 'MISSING_HERE', 'CLASS_DIFFERS', 'INCIDENT_DIFFERS',
                                       'CANCELLED_THERE')),
    found text not null check (length(found) <= 300),
    reason text not null check (length(reason) between 10 and 2000),
    settled_at timestamptz not null,
    settled_by uuid not null references identity.account,
    unique (organisation_id, reference, kind, found)
);

alter table reconciliation.exported enable row level security;
alter table reconciliation.refused enable row level security;
alter table reconciliation.settled enable row level security;
-- Whoever reads an account blind doesn't see here what its crimes are.
create policy auditors_of_recording on reconciliation.exported for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))
           and (incident_id is null or incident_id <> all ((select integrity.in_my_hands())::uuid[])));
create policy auditors_of_recording_add on reconciliation.exported for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and file_id in (select f.id from sheets.file f)
                and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy auditors_of_recording on reconciliation.refused for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy auditors_of_recording_add on reconciliation.refused for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and file_id in (select f.id from sheets.file f)
                and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy auditors_of_recording on reconciliation.settled for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy auditors_of_recording_add on reconciliation.settled for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and settled_by = (select identity.me())
                and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));

grant usage on schema reconciliation to frith_app;
grant select on reconciliation.exported, reconciliation.refused, reconciliation.settled to frith_app;
grant insert on reconciliation.refused to frith_app;
grant insert (file_id, organisation_id, reference, incident_reference, incident_id, class_code, recorded_at, status, cancelled)
    on reconciliation.exported to frith_app;
grant insert (organisation_id, reference, kind, found, reason, settled_at, settled_by)
    on reconciliation.settled to frith_app;

insert into sheets.kind values
    ('CRIME_SYSTEM', 'Reconciliation', '/oversight/reconciliation', '{SUPERVISOR,CRIME_REGISTRAR}');
