-- What kind of behaviour it is by law and by the force's own codes, which crime was done to whom, and history for those who record.

alter table recording.handling
    -- Which limbs of section 2(1) of the 2014 Act it meets, and which behaviours of the Action Plan it is.
    add column limbs text[] not null default '{}' check (limbs <@ array['DISTRESS', 'HOME', 'HOUSING']),
    add column behaviours text[] not null default '{}'
        check (behaviours <@ array['INTIMIDATION', 'DRUGS', 'DAMAGE', 'NEIGHBOURS']),
    -- Whether it was asked who else is affected.
    add column others text not null default 'NOT_ASKED' check (others in ('NOT_ASKED', 'NOBODY', 'SOMEBODY')),
    add column version integer not null default 1 check (version > 0);
-- A form or another system can say that a report follows an earlier one, too.
alter table recording.link alter column made_by drop not null;
alter table recording.incident add check ((category is null) = (type is null));

alter table recording.person
    add column business boolean not null default false,
    add column version integer not null default 1 check (version > 0);

-- Whoever saves a form says which version they had before them; each change makes the next one.
create function recording.next_version() returns trigger
    language plpgsql set search_path = '' as $$
begin
    new.version := old.version + 1;
    return new;
end $$;
create trigger next_version before update on recording.handling
    for each row execute function recording.next_version();
create trigger next_version before update on recording.person
    for each row execute function recording.next_version();

-- To whom a crime was done: one crime to several, and several to one.
create table recording.crime_victim (
    crime_id uuid not null references recording.crime,
    person_id uuid not null references recording.person,
    organisation_id uuid not null references identity.organisation,
    primary key (crime_id, person_id)
);
alter table recording.crime_victim enable row level security;
create policy own_organisation on recording.crime_victim to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')));

-- What an organisation, or a council that it works with, calls each type.
create table recording.local_code (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    scheme text not null check (scheme in ('FORCE', 'COUNCIL')),
    type text not null references recording.asb_type,
    code text not null check (length(code) between 1 and 40),
    label text not null check (length(label) between 1 and 200),
    unique (organisation_id, scheme, type, code)
);
create trigger keep_former_version after update or delete on recording.local_code
    for each row execute function audit.keep_former_version();
alter table recording.local_code enable row level security;
create policy own_organisation on recording.local_code to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));

create index remark_by_kind on recording.remark (organisation_id, kind, incident_id);
create index link_of_kind on recording.link (kind, incident_id);

-- Whoever deals with incidents sees how they stood before.
create policy recorders_see_how_it_stood on audit.history for select to frith_app
    using (starts_with(relation, 'recording.')
           and organisation = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')));

grant select, insert on recording.crime_victim, recording.local_code to frith_app;
grant delete on recording.local_code to frith_app;
grant update (limbs, behaviours, others, version) on recording.handling to frith_app;
grant update (business, version) on recording.person to frith_app;
