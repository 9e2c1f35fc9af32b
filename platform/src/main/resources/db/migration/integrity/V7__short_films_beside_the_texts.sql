-- Short films beside the learning texts, each with captions and a transcript; kept in the database so that backups have them.

create table integrity.film (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    code text not null check (code ~ '^[A-Z_]{3,40}$'),
    title text not null check (length(title) between 3 and 100),
    media_type text not null check (media_type in ('video/mp4', 'video/webm')),
    bytes bigint not null check (bytes between 1 and 52428800),
    sha256 bytea not null check (length(sha256) = 32),
    captions text not null check (captions like 'WEBVTT%' and length(captions) <= 200000),
    transcript text not null check (length(transcript) between 20 and 20000),
    added_at timestamptz not null,
    added_by uuid not null references identity.account,
    removed_at timestamptz,
    removed_by uuid references identity.account,
    check ((removed_at is null) = (removed_by is null))
);
create unique index one_film_of_a_text on integrity.film (organisation_id, code) where removed_at is null;
create trigger keep_former_version after update on integrity.film
    for each row execute function audit.keep_former_version();

create table integrity.film_part (
    film_id uuid not null references integrity.film,
    number integer not null check (number between 0 and 49),
    content bytea not null check (length(content) between 1 and 1048576),
    primary key (film_id, number)
);

alter table integrity.film enable row level security;
alter table integrity.film_part enable row level security;
create policy own_organisation on integrity.film for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy registrars_add on integrity.film for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and added_by = (select identity.me()) and removed_at is null
                and (select identity.i_have_role('{CRIME_REGISTRAR}')));
create policy registrars_remove on integrity.film for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]) and removed_at is null
           and (select identity.i_have_role('{CRIME_REGISTRAR}')))
    with check (removed_by = (select identity.me()));
create policy of_film on integrity.film_part for select to frith_app
    using (film_id in (select f.id from integrity.film f));
create policy registrars_add on integrity.film_part for insert to frith_app
    with check (film_id in (select f.id from integrity.film f where f.added_by = (select identity.me()))
                and (select identity.i_have_role('{CRIME_REGISTRAR}')));

grant select on integrity.film, integrity.film_part to frith_app;
grant insert (organisation_id, code, title, media_type, bytes, sha256, captions, transcript, added_at, added_by)
    on integrity.film to frith_app;
grant insert on integrity.film_part to frith_app;
grant update (removed_at, removed_by) on integrity.film to frith_app;
