-- What the principal crime rule left out beside a crime, so that it is suggested when that crime isn't recorded.
create table recording.taken_in (
    incident_id uuid not null references recording.incident,
    number integer not null check (number >= 0),
    organisation_id uuid not null references identity.organisation,
    class_code text not null check (class_code ~ '^[0-9A-Z/]{1,10}$'),
    class_name text not null check (class_name <> ''),
    victims integer not null check (victims > 0),
    certainty text not null,
    words text not null,
    rule text not null,
    source text not null,
    -- The classes of the same account that take it in: each is suggested, or taken in itself.
    taken_by text[] not null check (cardinality(taken_by) > 0),
    primary key (incident_id, number)
);
alter table recording.taken_in enable row level security;
create policy own_organisation on recording.taken_in to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));
grant select, insert on recording.taken_in to frith_app;
