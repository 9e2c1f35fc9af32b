-- A report that is taken down in Frith: who is concerned, what may be crime in it, who deals with it, and how it ends.

-- An incident comes from an extract or is taken down here; what isn't antisocial behaviour has neither category nor type.
alter table recording.incident alter column file_id drop not null;
alter table recording.incident alter column category drop not null;
alter table recording.incident alter column type drop not null;
alter table recording.incident drop constraint incident_text_check;
alter table recording.incident add check (length(text) <= 100000);
alter table recording.incident
    add column source text not null default 'extract' check (source ~ '^[a-z0-9-]{1,40}$'),
    add column source_reference text check (length(source_reference) between 1 and 200),
    add column place_key text not null
        generated always as (lower(regexp_replace(location, '[^[:alnum:]]+', '', 'g'))) stored,
    add check ((source = 'extract') = (file_id is not null)),
    add check (category is not null or source <> 'extract');
-- The same report of another system, sent twice, is one.
create unique index incident_of_source on recording.incident (organisation_id, source, source_reference)
    where source_reference is not null;
create index incident_by_place on recording.incident (organisation_id, place_key, occurred_from desc)
    where place_key <> '';

-- How soon somebody goes there, by what is at stake and never by the way in which it was told.
create table recording.grade (code text primary key, step integer not null unique);
insert into recording.grade values
    ('IMMEDIATE', 1), ('PRIORITY', 2), ('ROUTINE', 3), ('SCHEDULED', 4), ('WITHOUT_DEPLOYMENT', 5);

-- How an incident may end.
create table recording.closing (code text primary key);
insert into recording.closing values ('ASB_DEALT_WITH'), ('CRIME_RECORDED'), ('NOT_ASB'), ('DUPLICATE'), ('NO_TRACE'),
    ('ADVICE_GIVEN'), ('REFERRED'), ('HOAX'), ('OTHER_FORCE');

-- Who deals with an incident and how far they are; an incident of an extract has none until somebody takes it up.
create table recording.handling (
    incident_id uuid primary key references recording.incident,
    id uuid not null generated always as (incident_id) stored,
    number bigint not null unique,
    organisation_id uuid not null references identity.organisation,
    state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    opening_label text not null check (opening_label <> ''),
    grade text not null references recording.grade,
    grade_reasons text[] not null check (cardinality(grade_reasons) > 0),
    owner_id uuid references identity.account,
    team_id uuid references identity.team,
    allocated_by text not null check (allocated_by <> ''),
    taken_by uuid references identity.account,
    wishes text not null default '' check (length(wishes) <= 2000),
    immediate_danger boolean not null,
    repeat boolean not null,
    rules_version text not null,
    crime_checked_at timestamptz,
    crime_checked_by uuid references identity.account,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by uuid references identity.account,
    closing text references recording.closing,
    closing_category text references recording.category,
    done text check (length(done) between 20 and 5000),
    check ((state = 'CLOSED') = (closed_at is not null and closed_by is not null and closing is not null
                                 and done is not null))
);
create sequence recording.incident_number owned by recording.handling.number;
create index handling_open on recording.handling (organisation_id, opened_at) where state = 'OPEN';
create index handling_of_owner on recording.handling (owner_id, opened_at) where state = 'OPEN';
create trigger keep_former_version after update or delete on recording.handling
    for each row execute function audit.keep_former_version();

-- Everybody who is concerned. The keys find the same caller again; they are made from what was written, not typed.
create table recording.person (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    incident_id uuid not null references recording.incident,
    part text not null check (part in ('CALLER', 'VICTIM', 'AFFECTED', 'WITNESS', 'NAMED')),
    name text not null check (length(name) <= 200),
    phone text not null check (length(phone) <= 50),
    email text not null check (length(email) <= 200),
    address text not null check (length(address) <= 500),
    spoken_to text not null check (spoken_to in ('NOT_YET', 'SPOKEN_TO', 'DECLINED')),
    name_key text not null
        generated always as (lower(regexp_replace(name, '[^[:alpha:]]+', ' ', 'g'))) stored,
    phone_key text not null
        generated always as (regexp_replace(regexp_replace(phone, '[^0-9]+', '', 'g'), '^(0044|44|0)', '')) stored,
    check (name <> '' or phone <> '' or email <> '' or address <> '')
);
create index person_of_incident on recording.person (incident_id);
create index person_by_phone on recording.person (organisation_id, phone_key) where phone_key <> '';
create index person_by_name on recording.person (organisation_id, name_key) where name_key <> '';
create trigger keep_former_version after update or delete on recording.person
    for each row execute function audit.keep_former_version();

create table recording.evidence (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    incident_id uuid not null references recording.incident,
    kind text not null check (kind in ('VIDEO', 'PHOTO', 'AUDIO', 'MESSAGES', 'DIARY', 'OBJECT', 'OTHER')),
    description text not null check (length(description) between 1 and 500),
    held_by text not null check (length(held_by) <= 200),
    state text not null default 'OFFERED' check (state in ('OFFERED', 'SECURED', 'NOT_AVAILABLE')),
    offered_at timestamptz not null
);
create index evidence_of_incident on recording.evidence (incident_id);
create trigger keep_former_version after update or delete on recording.evidence
    for each row execute function audit.keep_former_version();

-- A crime that was recorded. The crime system's reference stands here; Frith keeps no crime file.
create table recording.crime (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    incident_id uuid not null references recording.incident,
    class_code text not null check (class_code ~ '^[0-9A-Z/]{1,10}$'),
    class_name text not null check (class_name <> ''),
    reference text not null check (length(reference) between 1 and 100),
    victims integer not null check (victims between 1 and 1000),
    recorded_at timestamptz not null,
    recorded_by uuid not null references identity.account,
    unique (organisation_id, reference)
);
create index crime_of_incident on recording.crime (incident_id);
create trigger keep_former_version after update or delete on recording.crime
    for each row execute function audit.keep_former_version();

-- A crime that the account may hold, with the words that say so: recorded or refused with a reason, never left.
create table recording.suggestion (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    incident_id uuid not null references recording.incident,
    class_code text not null check (class_code ~ '^[0-9A-Z/]{1,10}$'),
    class_name text not null check (class_name <> ''),
    victims integer not null check (victims > 0),
    certainty text not null,
    words text not null,
    rule text not null,
    source text not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'RECORDED', 'REFUSED')),
    crime_id uuid references recording.crime,
    reason text check (length(reason) between 10 and 2000),
    decided_at timestamptz,
    decided_by uuid references identity.account,
    check ((state = 'RECORDED') = (crime_id is not null)),
    check ((state = 'REFUSED') = (reason is not null)),
    check ((state = 'OPEN') = (decided_at is null)),
    unique (incident_id, class_code)
);
create index suggestion_open on recording.suggestion (organisation_id, incident_id) where state = 'OPEN';
create trigger keep_former_version after update or delete on recording.suggestion
    for each row execute function audit.keep_former_version();

-- What else the reader saw in the account, as it saw it then.
create table recording.remark (
    incident_id uuid not null references recording.incident,
    number integer not null check (number >= 0),
    organisation_id uuid not null references identity.organisation,
    kind text not null check (kind <> ''),
    what text not null check (what <> ''),
    words text not null,
    rule text not null,
    source text not null,
    primary key (incident_id, number)
);

create table recording.note (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    incident_id uuid not null references recording.incident,
    written_at timestamptz not null,
    written_by uuid not null references identity.account,
    text text not null check (length(text) between 1 and 20000)
);
create index note_of_incident on recording.note (incident_id, written_at);
create trigger keep_former_version after update or delete on recording.note
    for each row execute function audit.keep_former_version();

-- How incidents hang together: the later one names the earlier.
create table recording.link (
    incident_id uuid not null references recording.incident,
    to_id uuid not null references recording.incident,
    organisation_id uuid not null references identity.organisation,
    kind text not null check (kind in ('FOLLOW_UP', 'DUPLICATE', 'HEARD_IN')),
    made_at timestamptz not null,
    made_by uuid not null references identity.account,
    primary key (incident_id, to_id),
    check (incident_id <> to_id)
);
create index link_back on recording.link (to_id);

-- Which team an area's incidents go to.
create table recording.allocation (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    area_code text not null check (area_code ~ '^[A-Z][0-9]{8}$'),
    team_id uuid not null references identity.team,
    unique (organisation_id, area_code)
);
create trigger keep_former_version after update or delete on recording.allocation
    for each row execute function audit.keep_former_version();

do $$
declare
    t text;
begin
    foreach t in array array['handling', 'evidence', 'crime', 'suggestion', 'remark', 'note', 'link', 'allocation'] loop
        execute format('alter table recording.%I enable row level security', t);
        execute format('create policy own_organisation on recording.%I to frith_app
            using (organisation_id = any ((select identity.my_organisations())::uuid[]))
            with check (organisation_id = any ((select identity.my_organisations())::uuid[]))', t);
    end loop;
end $$;

-- Who is concerned is seen by those who deal with them; whoever only counts incidents sees nobody.
alter table recording.person enable row level security;
create policy own_organisation on recording.person to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')));

grant usage on sequence recording.incident_number to frith_app;
grant select on recording.grade, recording.closing to frith_app;
grant select, insert on recording.handling, recording.person, recording.evidence, recording.crime, recording.suggestion,
    recording.remark, recording.note, recording.link, recording.allocation to frith_app;
grant delete on recording.allocation to frith_app;
grant update (source, source_reference) on recording.incident to frith_app;
grant update (state, opening_label, grade, grade_reasons, owner_id, team_id, allocated_by, wishes, closed_at, closed_by,
              closing, crime_checked_at, crime_checked_by, closing_category, done) on recording.handling to frith_app;
grant update (part, name, phone, email, address, spoken_to) on recording.person to frith_app;
grant update (state, held_by) on recording.evidence to frith_app;
grant update (state, crime_id, reason, decided_at, decided_by) on recording.suggestion to frith_app;
grant update (team_id) on recording.allocation to frith_app;

-- The duties of recording, and how long each may take.
insert into deadlines.kind values
    ('RECORD_CRIME', 'Decide on the suggested crimes'),
    ('FIND_OWNER', 'Give the incident an owner'),
    ('RESPOND_IMMEDIATE', 'Respond at once'),
    ('RESPOND_PRIORITY', 'Respond with priority'),
    ('RESPOND_ROUTINE', 'Respond'),
    ('RESPOND_SCHEDULED', 'Keep the appointment'),
    ('RESPOND_WITHOUT_DEPLOYMENT', 'Answer'),
    ('SPEAK_TO_AFFECTED', 'Speak to everybody affected');
insert into deadlines.period (kind, valid_from, minutes, warn_minutes, escalates_to, source, verified) values
    ('RECORD_CRIME', '2000-01-01', 1440, 240, 'CRIME_REGISTRAR',
     'Home Office Crime Recording Rules, general rules: recorded as soon as satisfied, within 24 hours of the report', true),
    ('FIND_OWNER', '2000-01-01', 60, 30, 'SUPERVISOR', 'Frith''s suggestion', false),
    ('RESPOND_IMMEDIATE', '2000-01-01', 15, 5, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false),
    ('RESPOND_PRIORITY', '2000-01-01', 60, 20, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false),
    ('RESPOND_ROUTINE', '2000-01-01', 2880, 720, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false),
    ('RESPOND_SCHEDULED', '2000-01-01', 2880, 720, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false),
    ('RESPOND_WITHOUT_DEPLOYMENT', '2000-01-01', 1440, 360, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false),
    ('SPEAK_TO_AFFECTED', '2000-01-01', 4320, 1440, 'SUPERVISOR',
     'Frith''s suggestion, after the 72 hours of the Neighbourhood Policing Guarantee', false);
