-- The courses that an organisation requires by role, and who has taken which of them when.

create table training.course (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    title text not null check (length(title) between 3 and 100),
    months integer not null check (months between 1 and 120),
    roles text[] not null check (cardinality(roles) > 0),
    required_from date not null check (required_from >= date '1990-01-01'),
    source text not null check (length(source) between 1 and 300),
    written_at timestamptz not null,
    written_by uuid not null references identity.account,
    ended_on date
);
create unique index one_course_of_a_title on training.course (organisation_id, lower(title)) where ended_on is null;
create trigger keep_former_version after update or delete on training.course
    for each row execute function audit.keep_former_version();

create table training.taken (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    course_id uuid not null references training.course,
    account_id uuid not null references identity.account,
    taken_on date not null check (taken_on >= date '1990-01-01'),
    entered_at timestamptz not null,
    entered_by uuid not null references identity.account,
    file_id uuid references sheets.file,
    unique (course_id, account_id, taken_on)
);
create index taken_by_account on training.taken (account_id);

-- What somebody must take: the thing that a clock runs for.
create table training.requirement (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    course_id uuid not null references training.course,
    account_id uuid not null references identity.account,
    unique (course_id, account_id)
);

alter table training.course enable row level security;
alter table training.taken enable row level security;
alter table training.requirement enable row level security;
create policy own_organisation on training.course for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy who_sets_courses on training.course for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and written_by = (select identity.me())
                and (select identity.i_have_role('{CRIME_REGISTRAR,ADMINISTRATOR}')));
create policy who_ends_courses on training.course for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CRIME_REGISTRAR,ADMINISTRATOR}')));
create policy own_or_overseen on training.taken for select to frith_app
    using (account_id = (select identity.me())
           or (organisation_id = any ((select identity.my_organisations())::uuid[])
               and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR,ADMINISTRATOR}'))));
create policy supervisors_enter on training.taken for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and entered_by = (select identity.me()) and account_id <> (select identity.me())
                and account_id in (select a.id from identity.account a)
                and course_id in (select c.id from training.course c)
                and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy own_or_overseen on training.requirement to frith_app
    using (account_id = (select identity.me())
           or (organisation_id = any ((select identity.my_organisations())::uuid[])
               and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR,ADMINISTRATOR}'))))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR,ADMINISTRATOR}')));

grant usage on schema training to frith_app;
grant select on training.course, training.taken, training.requirement to frith_app;
grant insert (organisation_id, title, months, roles, required_from, source, written_at, written_by)
    on training.course to frith_app;
grant update (ended_on) on training.course to frith_app;
grant insert (organisation_id, course_id, account_id, taken_on, entered_at, entered_by, file_id)
    on training.taken to frith_app;
grant insert (organisation_id, course_id, account_id) on training.requirement to frith_app;

insert into sheets.kind values ('TRAINING_TAKEN', 'Training', '/oversight/training', '{SUPERVISOR,CRIME_REGISTRAR}');
insert into deadlines.kind values ('TAKE_COURSE', 'Take a required course');
insert into deadlines.period (kind, valid_from, minutes, warn_minutes, escalates_to, source, verified) values
    ('TAKE_COURSE', '2000-01-01', 40320, 20160, 'SUPERVISOR',
     'Frith''s suggestion: four weeks, ending on the day that a course taken before lapses', false);
