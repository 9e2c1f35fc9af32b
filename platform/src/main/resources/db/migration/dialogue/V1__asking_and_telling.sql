-- Between the force and whoever told it something online: questions, answers, what is thought of a report, and what somebody
-- who was reported has to say to it.

create table dialogue.message (
    id uuid primary key default uuidv7(),
    report_id uuid not null references portal.report on delete cascade,
    -- Empty when the reporter wrote it.
    written_by uuid references identity.account,
    written_at timestamptz not null default clock_timestamp(),
    text text not null check (length(text) between 1 and 5000),
    read_at timestamptz,
    -- When the promise to read what the reporter wrote began to run.
    promised_at timestamptz
);
create index message_of_report on dialogue.message (report_id, written_at);
create index message_unpromised on dialogue.message (written_at) where written_by is null and promised_at is null;

-- What somebody thinks of a report, with the reason; the newest counts. No report is turned away for it.
create table dialogue.marking (
    id uuid primary key default uuidv7(),
    report_id uuid not null references portal.report,
    organisation_id uuid not null references identity.organisation,
    kind text not null check (kind in ('SUSPECTED', 'MALICIOUS', 'GENUINE')),
    reason text not null check (length(reason) between 10 and 2000),
    marked_by uuid not null references identity.account,
    marked_at timestamptz not null default clock_timestamp()
);
create index marking_of_report on dialogue.marking (report_id, marked_at desc);

-- The right of reply: what somebody who was reported says to it, as it was taken down.
create table dialogue.reply (
    id uuid primary key default uuidv7(),
    report_id uuid not null references portal.report,
    organisation_id uuid not null references identity.organisation,
    who text not null check (length(who) between 1 and 200),
    text text not null check (length(text) between 1 and 5000),
    noted_by uuid not null references identity.account,
    noted_at timestamptz not null default clock_timestamp()
);
create index reply_of_report on dialogue.reply (report_id, noted_at);

-- How far the incident is that the open report became: what its reporter is told.
create function dialogue.my_incident() returns table (state text, closed_at timestamptz)
    stable security definer language sql set search_path = '' as $$
    select h.state, h.closed_at
    from portal.report r join recording.handling h on h.incident_id = r.incident_id
    where r.id = portal.my_report()
$$;

alter table dialogue.message enable row level security;
alter table dialogue.marking enable row level security;
alter table dialogue.reply enable row level security;
create policy of_report on dialogue.message for select to frith_app
    using (report_id in (select r.id from portal.report r));
create policy reporter_writes on dialogue.message for insert to frith_app
    with check (report_id = (select portal.my_report()) and written_by is null and promised_at is null);
create policy force_writes on dialogue.message for insert to frith_app
    with check (written_by = (select identity.me())
                and report_id in (select r.id from portal.report r
                                  where r.organisation_id = any ((select identity.my_organisations())::uuid[])));
create policy is_read on dialogue.message for update to frith_app
    using (report_id in (select r.id from portal.report r));
create policy own_organisation on dialogue.marking to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select portal.deals_with_reports()))
    with check (marked_by = (select identity.me()) and report_id in (select r.id from portal.report r
                    where r.organisation_id = marking.organisation_id)
                and organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy own_organisation on dialogue.reply to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select portal.deals_with_reports()))
    with check (noted_by = (select identity.me()) and report_id in (select r.id from portal.report r
                    where r.organisation_id = reply.organisation_id)
                and organisation_id = any ((select identity.my_organisations())::uuid[]));

grant usage on schema dialogue to frith_app;
grant select on dialogue.message, dialogue.marking, dialogue.reply to frith_app;
grant insert (report_id, written_by, text) on dialogue.message to frith_app;
grant update (read_at, promised_at) on dialogue.message to frith_app;
grant insert (report_id, organisation_id, kind, reason, marked_by) on dialogue.marking to frith_app;
grant insert (report_id, organisation_id, who, text, noted_by) on dialogue.reply to frith_app;
revoke execute on all functions in schema dialogue from public;
grant execute on function dialogue.my_incident() to frith_app;

insert into deadlines.kind values ('READ_REPLY', 'Read what the reporter wrote');
insert into deadlines.period (kind, valid_from, minutes, warn_minutes, escalates_to, source, verified) values
    ('READ_REPLY', '2000-01-01', 1440, 360, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false);
