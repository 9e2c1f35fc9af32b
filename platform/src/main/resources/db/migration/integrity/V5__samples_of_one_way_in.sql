-- A sample may be of what came by one way in alone: online reports, say.
alter table integrity.sample add column channel text
    check (channel in ('CALL', 'ONLINE', 'OFFICER', 'PARTNER'));

grant insert (channel) on integrity.sample to frith_app;
