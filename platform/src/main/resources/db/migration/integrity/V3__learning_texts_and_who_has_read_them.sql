-- Short texts about the fields in which people slip, and who has read which of them, when.

create table integrity.learning_text (
    id uuid primary key default uuidv7(),
    organisation_id uuid references identity.organisation,
    code text not null check (code ~ '^[A-Z_]{3,40}$'),
    field text not null check (field in ('CRIME', 'CLASS', 'VICTIMS', 'CATEGORY')),
    class_code text not null default '' check (class_code ~ '^[0-9A-Z/]{0,10}$'),
    title text not null check (length(title) between 3 and 100),
    body text not null check (length(body) between 20 and 4000),
    source text not null check (length(source) between 1 and 300),
    good_for_days integer not null check (good_for_days between 1 and 3650),
    valid_from date not null,
    written_by uuid references identity.account,
    check ((organisation_id is null) = (written_by is null)),
    unique nulls not distinct (code, organisation_id, valid_from)
);
create trigger keep_former_version after update or delete on integrity.learning_text
    for each row execute function audit.keep_former_version();

create table integrity.learning_read (
    text_id uuid not null references integrity.learning_text,
    account_id uuid not null references identity.account,
    organisation_id uuid not null references identity.organisation,
    read_at timestamptz not null,
    primary key (text_id, account_id, read_at)
);
create index learning_read_of_account on integrity.learning_read (account_id, text_id);

alter table integrity.learning_text enable row level security;
alter table integrity.learning_read enable row level security;
create policy shipped_and_own on integrity.learning_text for select to frith_app
    using (organisation_id is null or organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy registrars_write on integrity.learning_text for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and written_by = (select identity.me())
                and (select identity.i_have_role('{CRIME_REGISTRAR}')));
create policy own_or_overseen on integrity.learning_read for select to frith_app
    using (account_id = (select identity.me())
           or (organisation_id = any ((select identity.my_organisations())::uuid[])
               and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))));
create policy own_reading on integrity.learning_read for insert to frith_app
    with check (account_id = (select identity.me())
                and organisation_id = any ((select identity.my_organisations())::uuid[]));
grant select on integrity.learning_text, integrity.learning_read to frith_app;
grant insert on integrity.learning_text, integrity.learning_read to frith_app;

insert into integrity.learning_text (code, field, class_code, title, body, source, good_for_days, valid_from) values
    ('CRIME_FIRST', 'CRIME', '', 'Look for the crime before you call it antisocial behaviour',
     'Antisocial behaviour and crime are not either or. Ask of each account: was somebody assaulted or put in fear of it, was something damaged, was somebody threatened, was the same person troubled before? If a victim tells you that it happened, and nothing you know says otherwise, the crime is recorded: you need not be able to prove it. Record the incident as well, and link both.',
     'Home Office Crime Recording Rules for Frontline Officers and Staff, April 2026: when to record; HMICFRS 2024: 103 of 182 crimes recorded',
     365, '2026-04-01'),
    ('HARASSMENT', 'CRIME', '8L', 'Harassment hides in the second call',
     'One shout over the fence may be a nuisance. The same neighbour again, aimed at the same person, who is alarmed or distressed by it, is a course of conduct: two occasions are enough. Read what was reported before by this caller and about this address before you choose a category, and ask how often it has happened and what it does to them.',
     'Protection from Harassment Act 1997, ss. 1, 2 and 7; Home Office Crime Recording Rules, April 2026', 365, '2026-04-01'),
    ('CLASS', 'CLASS', '', 'Take the class from what was done, not from how bad it was',
     'Start with what the person did and with which result: words, touch, injury, damage, taking. Then look the class up; the first words of the offence list say what it needs. When two classes fit, the rule of the principal crime says which one is recorded. Ask the registrar when you can''t tell: a crime under the wrong class counts for the wrong victim.',
     'Home Office Counting Rules: classification and principal crime', 365, '2026-04-01'),
    ('VICTIMS', 'VICTIMS', '', 'One crime for each victim',
     'When two people are threatened, two crimes are recorded. Ask who else was there, who else it was aimed at, and whether children saw or heard it. A victim who isn''t recorded has no victim''s rights and is offered no support.',
     'Home Office Counting Rules: one crime per victim; Code of Practice for Victims of Crime', 365, '2026-04-01'),
    ('CATEGORY', 'CATEGORY', '', 'Personal, nuisance or environmental: ask whom it is aimed at',
     'Personal: aimed at a person or group, or with an impact on one. Nuisance: it troubles a community, not one person. Environmental: it harms a place. Choose by the effect on people, not by the kind of conduct: loud music can be all three. If somebody is vulnerable or it keeps coming back to the same door, it is personal.',
     'National Standard for Incident Recording 2011', 365, '2026-04-01');
