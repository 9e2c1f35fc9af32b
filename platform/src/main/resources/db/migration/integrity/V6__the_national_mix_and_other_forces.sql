-- The national mix of categories as data from a day on, and what other forces count, to hold one's own against both.

create table integrity.national_mix (
    id uuid primary key default uuidv7(),
    organisation_id uuid references identity.organisation,
    valid_from date not null check (valid_from >= date '1990-01-01'),
    personal numeric(5, 4) not null check (personal between 0.001 and 0.998),
    nuisance numeric(5, 4) not null check (nuisance between 0.001 and 0.998),
    environmental numeric(5, 4) not null check (environmental between 0.001 and 0.998),
    source text not null check (length(source) between 1 and 300),
    written_at timestamptz not null default clock_timestamp(),
    written_by uuid references identity.account,
    check (personal + nuisance + environmental = 1),
    check ((organisation_id is null) = (written_by is null))
);
create index national_mix_by_day on integrity.national_mix (organisation_id, valid_from desc, written_at desc);
insert into integrity.national_mix (valid_from, personal, nuisance, environmental, source) values
    ('2000-01-01', 0.18, 0.74, 0.08,
     'HMICFRS, The policing response to antisocial behaviour, October 2024, figure 2: year to 31 March 2023');

-- What one file says of one force. The latest file that names a force holds for it; former ones stay.
create table integrity.force_figure (
    file_id uuid not null references sheets.file,
    organisation_id uuid not null references identity.organisation,
    force text not null check (length(force) between 2 and 100),
    first_month date not null check (extract(day from first_month) = 1),
    last_month date not null check (extract(day from last_month) = 1 and last_month >= first_month),
    category text not null check (category in ('PERSONAL', 'NUISANCE', 'ENVIRONMENTAL')),
    count bigint not null check (count between 0 and 100000000),
    primary key (file_id, force, first_month, category)
);
create index force_figure_of_organisation on integrity.force_figure (organisation_id, force);

alter table integrity.national_mix enable row level security;
alter table integrity.force_figure enable row level security;
create policy shipped_and_own on integrity.national_mix for select to frith_app
    using (organisation_id is null or organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy who_sets_it on integrity.national_mix for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and written_by = (select identity.me())
                and (select identity.i_have_role('{CRIME_REGISTRAR,ADMINISTRATOR}')));
create policy auditors_of_recording on integrity.force_figure to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and file_id in (select f.id from sheets.file f)
                and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));

grant select on integrity.national_mix, integrity.force_figure to frith_app;
grant insert (organisation_id, valid_from, personal, nuisance, environmental, source, written_by)
    on integrity.national_mix to frith_app;
grant insert on integrity.force_figure to frith_app;

insert into sheets.kind values
    ('FORCE_FIGURES', 'Use of categories', '/oversight/categories', '{SUPERVISOR,CRIME_REGISTRAR}');
