-- The force's own incidents, and the files they came in. Personal data: each organisation sees its own and no others.

create table recording.category (code text primary key);
insert into recording.category values ('PERSONAL'), ('NUISANCE'), ('ENVIRONMENTAL');

create table recording.asb_type (code text primary key);
insert into recording.asb_type values ('VEHICLE_ABANDONED'), ('VEHICLE_NUISANCE_OR_INAPPROPRIATE_USE'),
    ('ROWDY_OR_INCONSIDERATE_BEHAVIOUR'), ('ROWDY_OR_NUISANCE_NEIGHBOURS'), ('LITTERING_OR_DRUGS_PARAPHERNALIA'),
    ('ANIMAL_PROBLEMS'), ('TRESPASSING'), ('NUISANCE_CALLS'), ('STREET_DRINKING'), ('PROSTITUTION_RELATED_ACTIVITY'),
    ('NUISANCE_NOISE'), ('BEGGING'), ('MISUSE_OF_FIREWORKS');

create table recording.channel (code text primary key);
insert into recording.channel values ('CALL'), ('ONLINE'), ('OFFICER'), ('PARTNER');

-- One reading of a file of incidents.
create table recording.incident_file (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    sha256 bytea not null check (length(sha256) = 32),
    rows bigint not null,
    added bigint not null check (added >= 0),
    changed bigint not null check (changed >= 0),
    unchanged bigint not null check (unchanged >= 0),
    refused bigint not null check (refused >= 0),
    imported_at timestamptz not null default clock_timestamp(),
    check (rows = added + changed + unchanged + refused)
);
create index incident_file_of_organisation on recording.incident_file (organisation_id, imported_at);

create table recording.incident (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    file_id uuid not null,
    reference text not null check (length(reference) between 1 and 100),
    occurred_from timestamptz not null check (occurred_from >= timestamptz '1990-01-01 00:00:00+00'),
    occurred_to timestamptz not null check (occurred_to >= occurred_from),
    reported_at timestamptz not null,
    easting double precision check (easting between 0 and 700000),
    northing double precision check (northing between 0 and 1300000),
    lsoa_code text check (lsoa_code ~ '^[A-Z0-9]{1,20}$'),
    location text not null check (length(location) <= 500),
    category text not null references recording.category,
    type text not null references recording.asb_type,
    channel text not null references recording.channel,
    text text not null check (length(text) <= 20000),
    recorded_at timestamptz not null default clock_timestamp(),
    unique (organisation_id, reference),
    check ((easting is null) = (northing is null))
);
create index incident_by_time on recording.incident (organisation_id, occurred_from desc, id);
create trigger keep_former_version after update or delete on recording.incident
    for each row execute function audit.keep_former_version();

-- What of a file wasn't stored, and why. It may hold what somebody wrote, so it is guarded like an incident.
create table recording.refused_row (
    file_id uuid not null references recording.incident_file,
    organisation_id uuid not null references identity.organisation,
    line bigint not null check (line > 0),
    field text not null,
    value text not null check (length(value) <= 200),
    reason text not null check (reason <> ''),
    primary key (file_id, line)
);

alter table recording.incident enable row level security;
alter table recording.incident_file enable row level security;
alter table recording.refused_row enable row level security;

create policy own_organisation on recording.incident to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy own_organisation on recording.incident_file to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy own_organisation on recording.refused_row to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));

grant usage on schema recording to frith_app;
grant select on recording.category, recording.asb_type, recording.channel to frith_app;
grant select, insert on recording.incident_file, recording.refused_row, recording.incident to frith_app;
grant update (file_id, occurred_from, occurred_to, reported_at, easting, northing, lsoa_code, location, category, type,
              channel, text) on recording.incident to frith_app;
