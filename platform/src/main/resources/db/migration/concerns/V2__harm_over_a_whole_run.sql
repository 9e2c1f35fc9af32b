-- Harm is judged over a whole run of reports: what each sign weighs, and from which weight on somebody must look behind it.

-- Effective-dated; without an organisation as shipped. From MEDIUM and HIGH on a run is of that grade; DAYS is how far back.
create table concerns.run_rule (
    id uuid primary key default uuidv7(),
    code text not null check (code in ('REPORTS', 'HARM', 'HARMED', 'VULNERABLE', 'HATE', 'CRIME', 'FASTER', 'WORSE',
                                       'MEDIUM', 'HIGH', 'DAYS')),
    organisation_id uuid references identity.organisation,
    valid_from date not null,
    value integer not null check (value between 0 and 3650),
    source text not null check (length(source) between 1 and 300),
    verified boolean not null,
    unique nulls not distinct (code, organisation_id, valid_from)
);
create trigger keep_former_version after update or delete on concerns.run_rule
    for each row execute function audit.keep_former_version();
insert into concerns.run_rule (code, valid_from, value, source, verified)
select code, '2000-01-01', value, 'Frith''s suggestion, after HMICFRS 2024; each force sets its own', false
from (values ('REPORTS', 1), ('HARM', 2), ('HARMED', 1), ('VULNERABLE', 3), ('HATE', 3), ('CRIME', 2), ('FASTER', 2),
             ('WORSE', 2), ('MEDIUM', 6), ('HIGH', 12), ('DAYS', 365)) as shipped (code, value);

alter table concerns.run_rule enable row level security;
create policy shipped_and_own on concerns.run_rule for select to frith_app
    using (organisation_id is null or organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy administrators_set on concerns.run_rule for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{ADMINISTRATOR}')));
grant select, insert on concerns.run_rule to frith_app;

-- A run that weighs heavily is a concern that somebody answers.
alter table concerns.concern drop constraint concern_kind_check;
alter table concerns.concern add constraint concern_kind_check
    check (kind in ('REPEAT', 'VULNERABLE', 'TARGETED', 'HOUSEHOLD', 'FAMILY', 'RUN'));
alter table concerns.concern drop constraint concern_check1;
alter table concerns.concern add constraint only_what_asks_is_answered
    check (found is null or kind in ('HOUSEHOLD', 'FAMILY', 'RUN'));
drop index concerns.concern_to_answer;
create index concern_to_answer on concerns.concern (organisation_id, raised_at)
    where found is null and kind in ('HOUSEHOLD', 'FAMILY', 'RUN');
