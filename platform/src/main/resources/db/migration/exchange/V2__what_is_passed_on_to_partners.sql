-- Incidents that belong to a partner are passed on to its system: where it takes them, what goes to whom, and what became
-- of each. The key that a partner gave is written by administrators and read by the service that sends, and by nobody else.

create table exchange.endpoint (
    partner_id uuid primary key references exchange.partner,
    id uuid not null generated always as (partner_id) stored,
    organisation_id uuid not null references identity.organisation,
    address text not null check (address ~ '^https?://[^\s]+$' and length(address) <= 500),
    jurisdiction text not null check (length(jurisdiction) <= 100),
    secret text not null check (length(secret) <= 500)
);

-- What kind of behaviour goes to which partner, and as what; one partner for each kind.
create table exchange.route (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    type text not null references recording.asb_type,
    partner_id uuid not null references exchange.endpoint,
    service_code text not null check (length(service_code) between 1 and 100),
    automatic boolean not null,
    shares_words boolean not null,
    unique (organisation_id, type)
);
create trigger keep_former_version after update or delete on exchange.route
    for each row execute function audit.keep_former_version();

create table exchange.delivery (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    incident_id uuid not null references recording.incident,
    partner_id uuid not null references exchange.partner,
    service_code text not null check (length(service_code) between 1 and 100),
    shares_words boolean not null,
    reason text not null check (length(reason) between 1 and 2000),
    begun_at timestamptz not null,
    begun_by uuid references identity.account,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'REFUSED', 'GIVEN_UP', 'CLOSED')),
    tries integer not null default 0 check (tries >= 0),
    sent_at timestamptz,
    remote_id text check (length(remote_id) between 1 and 200),
    remote_token text check (length(remote_token) between 1 and 200),
    remote_status text not null default '' check (length(remote_status) <= 40),
    remote_notes text not null default '' check (length(remote_notes) <= 2000),
    remote_changed_at timestamptz,
    trouble text not null default '' check (length(trouble) <= 500),
    unique (incident_id, partner_id),
    check (state not in ('SENT', 'CLOSED') or (sent_at is not null and (remote_id is not null or remote_token is not null)))
);
create index delivery_that_waits_for_news on exchange.delivery (partner_id) where state = 'SENT';
create trigger keep_former_version after update or delete on exchange.delivery
    for each row execute function audit.keep_former_version();

-- The key of a partner's own system, for the service that sends there and for nobody else.
create function exchange.secret_of(partner uuid) returns text
    stable security definer language sql set search_path = '' as $$
    select e.secret from exchange.endpoint e
    where e.partner_id = partner and e.organisation_id = any (identity.my_organisations())
      and exchange.my_partner() is null
      and exists (select 1 from identity.account a where a.id = identity.me() and a.state = 'SERVICE')
$$;
revoke execute on function exchange.secret_of(uuid) from public;
grant execute on function exchange.secret_of(uuid) to frith_app;

alter table exchange.endpoint enable row level security;
alter table exchange.route enable row level security;
alter table exchange.delivery enable row level security;
create policy own_organisation on exchange.endpoint for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select exchange.my_partner()) is null);
create policy administrators_keep_endpoints on exchange.endpoint to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')));
create policy own_organisation on exchange.route for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy administrators_keep_routes on exchange.route to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')));
create policy own_organisation on exchange.delivery to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));

grant select (partner_id, id, organisation_id, address, jurisdiction) on exchange.endpoint to frith_app;
grant insert on exchange.endpoint to frith_app;
grant update (address, jurisdiction, secret) on exchange.endpoint to frith_app;
grant select, insert, update, delete on exchange.route to frith_app;
grant select, insert on exchange.delivery to frith_app;
grant update (state, tries, sent_at, remote_id, remote_token, remote_status, remote_notes, remote_changed_at, trouble,
              begun_at, begun_by, reason, shares_words, service_code) on exchange.delivery to frith_app;

create table exchange.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_by_time on exchange.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on exchange.scheduled_task (last_heartbeat);
grant select, insert, update, delete on exchange.scheduled_task to frith_app;
