-- Partners, the keys of their systems, and what those systems send. What came by a key is seen by that partner's keys alone.

create table exchange.partner (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    name text not null check (name <> '' and length(name) <= 200),
    word text not null check (word ~ '^[a-z0-9][a-z0-9-]{0,29}$'),
    kind text not null check (kind in ('COUNCIL', 'LANDLORD', 'SCHOOL', 'TREATMENT', 'NHS', 'CHARITY', 'FIRE', 'OTHER')),
    contact_name text not null check (length(contact_name) <= 200),
    contact_email text not null check (length(contact_email) <= 254),
    contact_phone text not null check (length(contact_phone) <= 50),
    state text not null default 'ACTIVE' check (state in ('ACTIVE', 'ENDED')),
    created_at timestamptz not null,
    unique (organisation_id, name),
    unique (organisation_id, word)
);
create trigger keep_former_version after update or delete on exchange.partner
    for each row execute function audit.keep_former_version();

-- Which kinds of behaviour a partner deals with.
create table exchange.takes (
    partner_id uuid not null references exchange.partner,
    organisation_id uuid not null references identity.organisation,
    type text not null references recording.asb_type,
    primary key (partner_id, type)
);

-- A key of a partner's system. Of the key itself only a digest is kept, and the application can't read even that.
create table exchange.api_key (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    partner_id uuid not null references exchange.partner,
    name text not null check (name <> '' and length(name) <= 100),
    beginning text not null check (length(beginning) between 4 and 12),
    digest bytea not null unique check (length(digest) = 32),
    scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['REPORT', 'FOLLOW', 'COUNT']),
    created_at timestamptz not null,
    created_by uuid not null references identity.account,
    expires_at timestamptz not null check (expires_at > created_at),
    revoked_at timestamptz,
    revoked_by uuid references identity.account,
    last_used_at timestamptz,
    check ((revoked_at is null) = (revoked_by is null))
);
create index api_key_of_partner on exchange.api_key (partner_id);

-- How often a key was used in the last minute that it was used in.
create table exchange.key_minute (
    key_id uuid primary key references exchange.api_key,
    minute timestamptz not null,
    requests integer not null check (requests > 0)
);

-- A report that came from a partner's system and became an incident.
create table exchange.received (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    partner_id uuid not null references exchange.partner,
    key_id uuid not null references exchange.api_key,
    way text not null check (way in ('OPEN311', 'JSON')),
    reference text not null check (length(reference) between 1 and 200),
    digest bytea not null check (length(digest) = 32),
    incident_id uuid not null references recording.incident,
    incident_reference text not null,
    service_code text not null check (length(service_code) <= 60),
    latitude numeric(9, 6),
    longitude numeric(9, 6),
    address text not null check (length(address) <= 500),
    media text[] not null,
    extra jsonb not null,
    received_at timestamptz not null,
    unique (partner_id, reference),
    check ((latitude is null) = (longitude is null))
);
create index received_by_content on exchange.received (partner_id, digest, received_at);
create index received_by_time on exchange.received (partner_id, received_at);
create index received_of_incident on exchange.received (incident_id);

-- What a partner told later about a report that it had sent.
create table exchange.update (
    id bigint generated always as identity primary key,
    organisation_id uuid not null references identity.organisation,
    partner_id uuid not null references exchange.partner,
    received_id uuid not null references exchange.received,
    reference text not null check (length(reference) between 1 and 200),
    digest bytea not null check (length(digest) = 32),
    status text not null check (status ~ '^[A-Z_]{1,40}$'),
    description text not null check (length(description) <= 20000),
    media text not null check (length(media) <= 500),
    updated_at timestamptz not null,
    received_at timestamptz not null,
    unique (received_id, reference)
);

-- A problem that was told to a partner and not to the police: counted beside the force's incidents and never with them.
-- It says what, when and about where; nobody is named in it.
create table exchange.problem (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    partner_id uuid not null references exchange.partner,
    key_id uuid not null references exchange.api_key,
    reference text not null check (length(reference) between 1 and 200),
    digest bytea not null check (length(digest) = 32),
    type text not null references recording.asb_type,
    happened_on date not null check (happened_on >= date '1990-01-01'),
    lsoa_code text check (lsoa_code ~ '^[A-Z0-9]{1,20}$'),
    told_police boolean not null,
    received_at timestamptz not null,
    unique (partner_id, reference)
);
create index problem_by_time on exchange.problem (organisation_id, happened_on);

-- The partner for whose key this session was opened; null for a person and for the system's own work; nobody's id when the
-- key is worth nothing any more.
create function exchange.my_partner() returns uuid
    stable security definer language sql set search_path = '' as $$
    select coalesce((select k.partner_id
                     from exchange.api_key k join exchange.partner p on p.id = k.partner_id
                     where 'key=' || k.id = s.on_behalf and k.revoked_at is null and k.expires_at > clock_timestamp()
                       and p.state = 'ACTIVE'),
                    '00000000-0000-0000-0000-000000000000')
    from identity.session s
    where s.token_digest = sha256(convert_to(current_setting('frith.token', true), 'UTF8')) and s.on_behalf like 'key=%'
$$;

-- Whose key this is and what it may do; counts the request. Whoever has no key learns nothing.
create function exchange.arrive(digest bytea) returns table (
        key_id uuid, partner_id uuid, partner text, word text, organisation_id uuid, scopes text[], standing text,
        requests integer, seconds_left integer)
    volatile security definer language plpgsql set search_path = '' as $$
declare
    found_key exchange.api_key;
    this_minute timestamptz := date_trunc('minute', clock_timestamp());
    counted integer := 0;
    how text;
begin
    select * into found_key from exchange.api_key k where k.digest = arrive.digest;
    if found_key.id is null then
        return;
    end if;
    how := case when found_key.revoked_at is not null then 'REVOKED'
                when found_key.expires_at <= clock_timestamp() then 'EXPIRED'
                when exists (select 1 from exchange.partner p where p.id = found_key.partner_id and p.state = 'ENDED')
                then 'ENDED' else 'GOOD' end;
    if how = 'GOOD' then
        insert into exchange.key_minute as m values (found_key.id, this_minute, 1)
            on conflict on constraint key_minute_pkey do update
            set requests = case when m.minute = excluded.minute then m.requests + 1 else 1 end, minute = excluded.minute
            returning m.requests into counted;
        update exchange.api_key k set last_used_at = clock_timestamp()
            where k.id = found_key.id
              and (k.last_used_at is null or k.last_used_at < clock_timestamp() - interval '1 minute');
    end if;
    return query select found_key.id, p.id, p.name, p.word, found_key.organisation_id, found_key.scopes, how, counted,
        ceil(extract(epoch from this_minute + interval '1 minute' - clock_timestamp()))::integer
        from exchange.partner p where p.id = found_key.partner_id;
end $$;

-- The organisation that a jurisdiction stands for: a force, by its name in open data. Says no more than that it is there.
create function exchange.is_jurisdiction(word text) returns boolean
    stable security definer language sql set search_path = '' as $$
    select exists (select 1 from identity.organisation o where o.force_slug = word)
$$;

-- The word of the force for which a key's session works, if it has one.
create function exchange.jurisdiction_of(organisation uuid) returns text
    stable security definer language sql set search_path = '' as $$
    select o.force_slug from identity.organisation o where o.id = organisation
$$;

revoke execute on all functions in schema exchange from public;
grant execute on function exchange.my_partner(), exchange.arrive(bytea), exchange.is_jurisdiction(text),
    exchange.jurisdiction_of(uuid) to frith_app;

do $$
declare
    t text;
begin
    foreach t in array array['partner', 'takes', 'api_key', 'received', 'update', 'problem'] loop
        execute format('alter table exchange.%I enable row level security', t);
    end loop;
    -- A key's session sees what came by keys of its own partner; others see what is their organisation's.
    foreach t in array array['received', 'update', 'problem'] loop
        execute format('create policy own_organisation on exchange.%I to frith_app
            using (organisation_id = any ((select identity.my_organisations())::uuid[])
                   and partner_id = coalesce((select exchange.my_partner()), partner_id))
            with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                        and partner_id = coalesce((select exchange.my_partner()), partner_id))', t);
    end loop;
end $$;

create policy own_organisation on exchange.partner for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and id = coalesce((select exchange.my_partner()), id));
create policy administrators_keep_partners on exchange.partner to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')));
create policy own_organisation on exchange.takes for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and partner_id = coalesce((select exchange.my_partner()), partner_id));
create policy administrators_keep_what_they_take on exchange.takes to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')));
create policy administrators_keep_keys on exchange.api_key to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')));

-- Keys keep their history without their digest.
create function exchange.keep_former_key() returns trigger
    volatile security definer language plpgsql set search_path = '' as $$
begin
    if (new.revoked_at is distinct from old.revoked_at) then
        insert into audit.history (relation, record, organisation, changed_by, former)
        values ('exchange.api_key', old.id::text, old.organisation_id, audit.actor(), to_jsonb(old) - 'digest');
    end if;
    return null;
end $$;
revoke execute on function exchange.keep_former_key() from public;
create trigger keep_former_version after update on exchange.api_key
    for each row execute function exchange.keep_former_key();

grant usage on schema exchange to frith_app;
grant select, insert on exchange.partner, exchange.received, exchange.update, exchange.problem to frith_app;
grant select, insert, delete on exchange.takes to frith_app;
grant update (name, kind, contact_name, contact_email, contact_phone, state) on exchange.partner to frith_app;
grant select (id, organisation_id, partner_id, name, beginning, scopes, created_at, created_by, expires_at, revoked_at,
              revoked_by, last_used_at) on exchange.api_key to frith_app;
grant insert on exchange.api_key to frith_app;
grant update (revoked_at, revoked_by) on exchange.api_key to frith_app;
