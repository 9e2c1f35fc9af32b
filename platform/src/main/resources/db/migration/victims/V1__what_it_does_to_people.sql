-- What antisocial behaviour does to each person: what they want and were told, harm, vulnerability, home, support, equality.

-- Who helps: a service that takes victims of crime only is no help to those whose harm is no crime.
create table victims.service (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    name text not null check (length(name) between 1 and 200),
    contact text not null check (length(contact) between 1 and 300),
    crime_only boolean not null,
    unique (organisation_id, name)
);
create trigger keep_former_version after update or delete on victims.service
    for each row execute function audit.keep_former_version();

create table victims.victim (
    person_id uuid primary key references recording.person,
    id uuid not null generated always as (person_id) stored,
    incident_id uuid not null references recording.incident,
    organisation_id uuid not null references identity.organisation,
    version integer not null default 1 check (version > 0),
    wishes text not null check (length(wishes) <= 2000),
    harms text[] not null check (harms <@ array['MENTAL_HEALTH', 'PHYSICAL_HEALTH', 'SLEEP', 'FEAR', 'MOVING', 'ROUTINE',
                                                'CHILDREN', 'TRADE', 'CLOSURE']),
    harm_words text not null check (length(harm_words) <= 2000),
    vulnerable text not null check (vulnerable in ('NOT_ASKED', 'YES', 'NO')),
    risks text[] not null check (risks <@ array['AGE', 'DISABILITY', 'MENTAL_ILLNESS', 'ADDICTION', 'ALONE', 'DOMESTIC',
                                                'EXPLOITED', 'LANGUAGE', 'HOUSING', 'CARER']),
    repeated text not null check (repeated in ('NOT_ASKED', 'YES', 'NO')),
    targeted text not null check (targeted in ('NOT_ASKED', 'YES', 'NO')),
    cuckooing text not null check (cuckooing in ('NO', 'SUSPECTED', 'CONFIRMED')),
    tenure text not null check (tenure in ('NOT_KNOWN', 'OWNED', 'COUNCIL_RENT', 'HOUSING_ASSOCIATION', 'PRIVATE_RENT',
                                           'SUPPORTED', 'TEMPORARY', 'BUSINESS', 'NO_HOME')),
    landlord text not null check (length(landlord) <= 200),
    service_id uuid references victims.service,
    support text not null check (support in ('NOT_OFFERED', 'ACCEPTED', 'DECLINED')),
    check (risks = '{}' or vulnerable = 'YES'),
    check ((support = 'NOT_OFFERED') = (service_id is null))
);
create index victim_of_incident on victims.victim (incident_id);
create index victim_cuckooed on victims.victim (organisation_id) where cuckooing <> 'NO';
create trigger keep_former_version after update or delete on victims.victim
    for each row execute function audit.keep_former_version();

-- What somebody was told, and what their landlord was: lines that are added and never altered.
create table victims.told (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    incident_id uuid not null references recording.incident,
    person_id uuid not null references recording.person,
    whom text not null check (whom in ('VICTIM', 'LANDLORD')),
    how text not null check (how in ('IN_PERSON', 'TELEPHONE', 'LETTER', 'MESSAGE')),
    what text not null check (length(what) between 10 and 2000),
    told_at timestamptz not null,
    told_by uuid not null references identity.account
);
create index told_to_person on victims.told (person_id, told_at);

-- Kept apart from everything else, seen in tables of figures alone once it is written.
create table victims.equality (
    person_id uuid primary key references recording.person,
    organisation_id uuid not null references identity.organisation,
    age text not null check (age in ('NOT_SAID', 'UNDER_18', 'A18_24', 'A25_44', 'A45_64', 'A65_OR_OVER')),
    sex text not null check (sex in ('NOT_SAID', 'FEMALE', 'MALE')),
    ethnicity text not null check (ethnicity in ('NOT_SAID', 'ASIAN', 'BLACK', 'MIXED', 'WHITE', 'OTHER')),
    disability text not null check (disability in ('NOT_SAID', 'YES', 'NO'))
);

do $$
declare
    t text;
begin
    foreach t in array array['service', 'victim', 'told', 'equality'] loop
        execute format('alter table victims.%I enable row level security', t);
        execute format('create policy own_organisation on victims.%I to frith_app
            using (organisation_id = any ((select identity.my_organisations())::uuid[])
                   and (select identity.i_have_role(''{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}'')))
            with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                   and (select identity.i_have_role(''{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}'')))', t);
    end loop;
end $$;

create policy recorders_see_how_it_stood_with_victims on audit.history for select to frith_app
    using (relation = 'victims.victim'
           and organisation = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')));

grant usage on schema victims to frith_app;
grant select, insert on victims.service, victims.victim, victims.told, victims.equality to frith_app;
grant delete on victims.service to frith_app;
grant update (version, wishes, harms, harm_words, vulnerable, risks, repeated, targeted, cuckooing, tenure, landlord,
              service_id, support) on victims.victim to frith_app;
grant update (age, sex, ethnicity, disability) on victims.equality to frith_app;

insert into deadlines.kind values ('TELL_LANDLORD', 'Bring the landlord in');
insert into deadlines.period (kind, valid_from, minutes, warn_minutes, escalates_to, source, verified) values
    ('TELL_LANDLORD', '2000-01-01', 4320, 1440, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false);
