-- Organisations, people, roles and sessions; and the functions by which the database itself knows who is asking.

create table identity.organisation (
    id uuid primary key default uuidv7(),
    name text not null unique check (name <> ''),
    kind text not null check (kind in ('POLICE', 'COUNCIL', 'LANDLORD', 'FIRE', 'HEALTH', 'SCHOOL', 'CHARITY', 'SYSTEM')),
    force_slug text check (force_slug ~ '^[a-z0-9-]+$')
);

create table identity.team (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    name text not null check (name <> ''),
    unique (organisation_id, name)
);
create trigger keep_former_version after update or delete on identity.team
    for each row execute function audit.keep_former_version();

create table identity.account (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    team_id uuid references identity.team,
    name text not null check (name <> '' and length(name) <= 200),
    email text not null unique check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
    state text not null default 'INVITED' check (state in ('INVITED', 'ACTIVE', 'DISABLED', 'SERVICE')),
    demonstration boolean not null default false,
    created_at timestamptz not null default clock_timestamp()
);
create trigger keep_former_version after update or delete on identity.account
    for each row execute function audit.keep_former_version();

create table identity.account_role (
    account_id uuid not null references identity.account,
    role text not null check (role in ('CALL_HANDLER', 'NEIGHBOURHOOD_OFFICER', 'SUPERVISOR', 'ANALYST',
                                       'ASB_COORDINATOR', 'CRIME_REGISTRAR', 'PARTNER', 'ADMINISTRATOR', 'AUDITOR')),
    primary key (account_id, role)
);

-- The roles that somebody once held: a row of roles has no id of its own, so its history is kept under the account's.
create function identity.keep_former_role() returns trigger
    volatile security definer language plpgsql set search_path = '' as $$
begin
    insert into audit.history (relation, record, organisation, changed_by, former)
    select 'identity.account_role', old.account_id::text, a.organisation_id, audit.actor(), to_jsonb(old)
    from identity.account a where a.id = old.account_id;
    return null;
end $$;
create trigger keep_former_version after update or delete on identity.account_role
    for each row execute function identity.keep_former_role();

-- Which roles must show a second factor, in each organisation; a role that has no row here must.
create table identity.role_setting (
    organisation_id uuid not null references identity.organisation,
    role text not null check (role in ('CALL_HANDLER', 'NEIGHBOURHOOD_OFFICER', 'SUPERVISOR', 'ANALYST',
                                       'ASB_COORDINATOR', 'CRIME_REGISTRAR', 'PARTNER', 'ADMINISTRATOR', 'AUDITOR')),
    second_factor_required boolean not null,
    primary key (organisation_id, role)
);
create function identity.keep_former_setting() returns trigger
    volatile security definer language plpgsql set search_path = '' as $$
begin
    insert into audit.history (relation, record, organisation, changed_by, former)
    values ('identity.role_setting', old.role, old.organisation_id, audit.actor(), to_jsonb(old));
    return null;
end $$;
create trigger keep_former_version after update or delete on identity.role_setting
    for each row execute function identity.keep_former_setting();

-- Secrets of sign-in: the application's role can't read any of these five.
create table identity.credential (
    account_id uuid primary key references identity.account,
    password_hash text check (password_hash like '$argon2id$%'),
    password_changed_at timestamptz,
    totp_secret bytea check (length(totp_secret) >= 20),
    totp_confirmed_at timestamptz,
    totp_last_step bigint,
    check ((password_hash is null) = (password_changed_at is null))
);

-- Tries are counted by a digest of the address typed, whether or not anybody has it.
create table identity.sign_in_try (
    address_digest bytea primary key check (length(address_digest) = 32),
    failures integer not null check (failures >= 0),
    last_failed_at timestamptz not null,
    locked_until timestamptz
);

create table identity.one_time_link (
    token_digest bytea primary key check (length(token_digest) = 32),
    account_id uuid references identity.account,
    kind text not null check (kind in ('INVITATION', 'RESET', 'FIRST_ADMINISTRATOR')),
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((kind = 'FIRST_ADMINISTRATOR') = (account_id is null))
);

-- Somebody whose password was right and whose second factor is still to come. Not a session: it opens nothing.
create table identity.pending_sign_in (
    token_digest bytea primary key check (length(token_digest) = 32),
    account_id uuid not null references identity.account,
    address_digest bytea not null check (length(address_digest) = 32),
    new_secret bytea check (length(new_secret) >= 20),
    expires_at timestamptz not null
);

create table identity.session (
    token_digest bytea primary key check (length(token_digest) = 32),
    account_id uuid not null references identity.account,
    on_behalf text,
    opened_at timestamptz not null default clock_timestamp(),
    last_seen_at timestamptz not null default clock_timestamp(),
    idle_seconds integer not null check (idle_seconds between 60 and 43200),
    expires_at timestamptz not null,
    ended_at timestamptz,
    check (expires_at > opened_at)
);
create index session_of_account on identity.session (account_id);

-- The account behind the token that this transaction presents; null without one, with a wrong one, and when it is over.
create function identity.me() returns uuid
    stable security definer language sql set search_path = '' as $$
    select s.account_id
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token_digest = sha256(convert_to(current_setting('frith.token', true), 'UTF8'))
      and s.ended_at is null
      and s.expires_at > clock_timestamp()
      and s.last_seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
      and a.state in ('ACTIVE', 'SERVICE')
$$;

-- The organisations for which the asker acts: their own; for a service, all.
create function identity.my_organisations() returns uuid[]
    stable security definer language sql set search_path = '' as $$
    select coalesce(array_agg(o.id), '{}')
    from identity.account a
    join identity.organisation o on o.id = a.organisation_id or a.state = 'SERVICE'
    where a.id = identity.me()
$$;

create function identity.i_have_role(wanted text[]) returns boolean
    stable security definer language sql set search_path = '' as $$
    select exists (select 1 from identity.account a
                   left join identity.account_role r on r.account_id = a.id
                   where a.id = identity.me() and (a.state = 'SERVICE' or r.role = any (wanted)))
$$;

-- The audit asks who; identity answers.
create or replace function audit.actor() returns uuid
    stable language sql set search_path = '' as $$ select identity.me() $$;
create or replace function audit.organisation() returns uuid
    stable security definer language sql set search_path = '' as $$
    select organisation_id from identity.account where id = identity.me()
$$;

-- What the web tier needs to know of the session at each request. Keeps it alive, at most once in thirty seconds.
create function identity.arrive() returns table (
        account_id uuid, name text, organisation_id uuid, organisation text, force_slug text, team_id uuid,
        state text, roles text[], idle_seconds integer)
    volatile security definer language plpgsql set search_path = '' as $$
declare
    who uuid := identity.me();
begin
    if who is null then
        return;
    end if;
    update identity.session s set last_seen_at = clock_timestamp()
        where s.token_digest = sha256(convert_to(current_setting('frith.token', true), 'UTF8'))
          and s.last_seen_at < clock_timestamp() - interval '30 seconds';
    return query
        select a.id, a.name, o.id, o.name, o.force_slug, a.team_id, a.state,
               array(select r.role from identity.account_role r where r.account_id = a.id order by r.role),
               (select s.idle_seconds from identity.session s
                where s.token_digest = sha256(convert_to(current_setting('frith.token', true), 'UTF8')))
        from identity.account a join identity.organisation o on o.id = a.organisation_id
        where a.id = who;
end $$;

create function identity.leave() returns void
    volatile security definer language sql set search_path = '' as $$
    update identity.session set ended_at = clock_timestamp()
    where token_digest = sha256(convert_to(current_setting('frith.token', true), 'UTF8')) and ended_at is null
$$;

-- Row-level security: the second wall. It believes the token, not the application.
alter table identity.organisation enable row level security;
alter table identity.team enable row level security;
alter table identity.account enable row level security;
alter table identity.account_role enable row level security;
alter table identity.role_setting enable row level security;

create policy own_organisation on identity.organisation for select to frith_app
    using (id = any ((select identity.my_organisations())::uuid[]));
create policy own_organisation on identity.team for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy administrators_keep_teams on identity.team to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')));
create policy own_organisation on identity.account for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy administrators_keep_accounts on identity.account to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')) and state <> 'SERVICE');
create policy own_organisation on identity.account_role for select to frith_app
    using (account_id in (select a.id from identity.account a));
create policy administrators_keep_roles on identity.account_role to frith_app
    using (account_id in (select a.id from identity.account a) and (select identity.i_have_role('{ADMINISTRATOR}')));
create policy own_organisation on identity.role_setting for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy administrators_set on identity.role_setting for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')));

create policy own_entries on audit.entry for insert to frith_app, frith_signin
    with check (actor = (select identity.me()));
create policy auditors_read on audit.entry for select to frith_app
    using ((select identity.i_have_role('{AUDITOR}'))
           and (organisation = any ((select identity.my_organisations())::uuid[])
                -- What sign-in did about one of their own accounts; sign-in itself belongs to no organisation of theirs.
                or (actor = '00000000-0000-7000-8000-000000000013'
                    and ids && (select coalesce(array_agg(a.id::text), '{}') from identity.account a))));
create policy own_organisation on audit.history for select to frith_app
    using (organisation = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{AUDITOR,ADMINISTRATOR}')));

grant usage on schema identity to frith_app, frith_signin;
grant select on identity.organisation, identity.role_setting to frith_app;
grant update (name) on identity.team to frith_app;
grant select, insert on identity.team, identity.account to frith_app;
grant update (team_id, name, state) on identity.account to frith_app;
grant select, insert, delete on identity.account_role to frith_app;
grant update (second_factor_required) on identity.role_setting to frith_app;

-- Sign-in's own role: the only one that mints sessions and reads secrets. It reads no records.
grant select on identity.account, identity.account_role, identity.role_setting, identity.organisation to frith_signin;
grant insert on identity.organisation, identity.account, identity.account_role to frith_signin;
grant select, insert on identity.team to frith_signin;
grant insert on identity.role_setting to frith_signin;
grant update (state) on identity.account to frith_signin;
grant select, insert, update, delete on identity.sign_in_try, identity.pending_sign_in to frith_signin;
grant select, insert, update on identity.credential, identity.one_time_link to frith_signin;
grant select, insert, update on identity.session to frith_signin;
create policy sign_in on identity.organisation to frith_signin using (true) with check (kind <> 'SYSTEM');
create policy sign_in on identity.team to frith_signin using (true);
create policy sign_in on identity.account to frith_signin using (true) with check (state <> 'SERVICE');
create policy sign_in on identity.account_role to frith_signin using (true);
create policy sign_in on identity.role_setting to frith_signin using (true);

-- Nobody runs a function here who isn't named.
revoke execute on all functions in schema audit, identity from public;
grant execute on function audit.actor(), audit.organisation(), audit.current_era() to frith_app, frith_signin;
grant execute on function audit.seal_batch() to frith_app;
grant execute on function identity.me(), identity.my_organisations(), identity.i_have_role(text[])
    to frith_app, frith_signin;
grant execute on function identity.arrive(), identity.leave() to frith_app;

-- Frith's own organisation and its service actors.
insert into identity.organisation (id, name, kind) values ('00000000-0000-7000-8000-000000000001', 'Frith', 'SYSTEM');
insert into identity.account (id, organisation_id, name, email, state) values
    ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000001', 'Command line',
     'command-line@service.invalid', 'SERVICE'),
    ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000001', 'Background work',
     'background@service.invalid', 'SERVICE'),
    ('00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000001', 'Sign-in',
     'sign-in@service.invalid', 'SERVICE');
