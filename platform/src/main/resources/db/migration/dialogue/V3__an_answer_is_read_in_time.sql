-- What somebody who was reported answers by a code is read in time, as what the reporter writes is.

-- When the promise to read it began to run.
alter table dialogue.reply add column promised_at timestamptz;
create index reply_unpromised on dialogue.reply (report_id)
    where invitation_id is not null and promised_at is null and read_at is null;
grant update (promised_at) on dialogue.reply to frith_app;

insert into deadlines.kind values ('READ_ANSWER', 'Read what somebody who was reported answers');
insert into deadlines.period (kind, valid_from, minutes, warn_minutes, escalates_to, source, verified) values
    ('READ_ANSWER', '2000-01-01', 1440, 360, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false);
