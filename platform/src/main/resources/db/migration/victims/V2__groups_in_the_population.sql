-- How many people of each group live here, and how many of them say in a survey that they experienced antisocial behaviour.

create table victims.group_figure (
    file_id uuid not null references sheets.file,
    organisation_id uuid not null references identity.organisation,
    characteristic text not null check (characteristic in ('AGE', 'SEX', 'ETHNICITY', 'DISABILITY')),
    value text not null check (value ~ '^[A-Z0-9_]{2,20}$' and value <> 'NOT_SAID'),
    people bigint check (people between 1 and 100000000),
    survey_percent numeric(5, 2) check (survey_percent > 0 and survey_percent <= 100),
    primary key (file_id, characteristic, value),
    check (people is not null or survey_percent is not null)
);
create index group_figure_of_organisation on victims.group_figure (organisation_id, characteristic, value);

alter table victims.group_figure enable row level security;
create policy who_sees_the_figures on victims.group_figure for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,ASB_COORDINATOR}')));
create policy who_brings_them_in on victims.group_figure for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and file_id in (select f.id from sheets.file f)
                and (select identity.i_have_role('{SUPERVISOR,ASB_COORDINATOR}')));
grant select, insert on victims.group_figure to frith_app;

insert into sheets.kind values
    ('GROUP_FIGURES', 'Who is hit hardest', '/oversight/equality', '{SUPERVISOR,ASB_COORDINATOR}');
