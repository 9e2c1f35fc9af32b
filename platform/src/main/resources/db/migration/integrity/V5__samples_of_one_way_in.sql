-- A sample may be of what came by one way in alone: online reports, say.
alter table integrity.sample add column channel text references recording.channel;

grant insert (channel) on integrity.sample to frith_app;
