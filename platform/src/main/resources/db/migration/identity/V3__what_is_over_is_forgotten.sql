-- Sessions, links and half-finished sign-ins that ended long ago are of no use to anybody: sign-in forgets them.
-- What they did stands in the audit, which doesn't need them.
create index session_by_end on identity.session ((coalesce(ended_at, expires_at)));
grant delete on identity.session, identity.one_time_link to frith_signin;
