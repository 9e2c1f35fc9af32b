-- Whoever has no internet texts a sign's code and what happens to a number. A gateway for text messages hands it over, and
-- proves with a secret that it is the one that the force's administrator set.

-- The secret can be written and never read: the database itself checks what was signed with it.
create table signs.gateway (
    organisation_id uuid primary key references identity.organisation,
    number text not null unique check (number ~ '^\+?[0-9]{3,15}$'),
    secret bytea not null check (length(secret) between 32 and 64),
    set_by uuid not null references identity.account,
    set_at timestamptz not null default clock_timestamp()
);

-- A text that was answered, by the gateway's own id: who sent it is known only by a digest made with the gateway's secret.
create table signs.text_message (
    organisation_id uuid not null references identity.organisation,
    message_id text not null check (length(message_id) between 1 and 100),
    body_digest bytea not null check (length(body_digest) = 32),
    sender_digest bytea not null check (length(sender_digest) = 32),
    outcome text not null check (outcome in ('REPORTED', 'NO_SIGN', 'NO_WORDS')),
    -- What it became; that chapter's own rules say when it is forgotten.
    report_id uuid references portal.report on delete set null,
    answered_at timestamptz not null default clock_timestamp(),
    primary key (organisation_id, message_id)
);
create index text_of_sender on signs.text_message (organisation_id, sender_digest, answered_at);

-- Signatures that were used, for as long as one could be used again.
create table signs.text_signature (
    signature bytea primary key check (length(signature) = 32),
    used_at timestamptz not null default clock_timestamp()
);
create index text_signature_by_age on signs.text_signature (used_at);

-- HMAC-SHA256 (RFC 2104, FIPS 198-1) of a message with a key of at most 64 bytes.
create function signs.hmac(key bytea, message bytea) returns bytea
    immutable language plpgsql set search_path = '' as $$
declare
    inside bytea := ''::bytea;
    outside bytea := ''::bytea;
    sign integer;
begin
    for i in 0..63 loop
        sign := case when i < length(hmac.key) then get_byte(hmac.key, i) else 0 end;
        inside := inside || set_byte('\x00'::bytea, 0, sign # 54);
        outside := outside || set_byte('\x00'::bytea, 0, sign # 92);
    end loop;
    return sha256(outside || sha256(inside || hmac.message));
end $$;

-- How a text stands that came in: whether it is signed for that number, fresh and not a replay, whether its id was answered
-- before, and how many texts its sender sent in the last hour and when the first of them came.
create function signs.text_arrives(number text, sender text, message_id text, stamp bigint, body bytea, signature bytea)
    returns table (standing text, organisation uuid, same boolean, outcome text, code text, recent bigint, first_at timestamptz)
    volatile security definer language plpgsql set search_path = '' as $$
declare
    set_up signs.gateway;
    who bytea;
begin
    select g.* into set_up from signs.gateway g where g.number = text_arrives.number;
    if set_up.number is null
       or signs.hmac(set_up.secret, convert_to(text_arrives.stamp || '.', 'UTF8') || text_arrives.body)
          is distinct from text_arrives.signature then
        return query select 'FORGED', null::uuid, false, '', '', 0::bigint, null::timestamptz;
        return;
    end if;
    if abs(extract(epoch from clock_timestamp()) - text_arrives.stamp) > 300 then
        return query select 'OLD', set_up.organisation_id, false, '', '', 0::bigint, null::timestamptz;
        return;
    end if;
    delete from signs.text_signature t where t.used_at < clock_timestamp() - interval '15 minutes';
    insert into signs.text_signature (signature) values (text_arrives.signature) on conflict do nothing;
    if not found then
        return query select 'REPLAYED', set_up.organisation_id, false, '', '', 0::bigint, null::timestamptz;
        return;
    end if;
    who := signs.hmac(set_up.secret, convert_to(text_arrives.sender, 'UTF8'));
    return query
        select 'GOOD', set_up.organisation_id, coalesce(m.body_digest = sha256(text_arrives.body), false),
               coalesce(m.outcome, ''), coalesce(r.code, ''),
               (select count(*) from signs.text_message t where t.organisation_id = set_up.organisation_id
                and t.sender_digest = who and t.answered_at > clock_timestamp() - interval '1 hour'),
               (select min(t.answered_at) from signs.text_message t where t.organisation_id = set_up.organisation_id
                and t.sender_digest = who and t.answered_at > clock_timestamp() - interval '1 hour')
        from (select 1) one
        left join signs.text_message m
            on m.organisation_id = set_up.organisation_id and m.message_id = text_arrives.message_id
        left join portal.report r on r.id = m.report_id;
end $$;

-- How a text was answered that was handed over twice at once. Only for a text that was just proved to be the gateway's.
create function signs.text_before(organisation uuid, message_id text, body bytea, signature bytea)
    returns table (same boolean, outcome text, code text)
    stable security definer language sql set search_path = '' as $$
    select m.body_digest = sha256(text_before.body), m.outcome, coalesce(r.code, '')
    from signs.text_message m left join portal.report r on r.id = m.report_id
    where m.organisation_id = text_before.organisation and m.message_id = text_before.message_id
      and exists (select 1 from signs.text_signature t where t.signature = text_before.signature)
$$;

-- A secret for a report that only whoever has the gateway's secret could make again, so that a text which is handed over
-- twice is answered alike and nobody keeps the secret in between. Only for a text that was just proved to be the gateway's.
create function signs.text_seed(organisation uuid, message_id text, signature bytea) returns bytea
    stable security definer language sql set search_path = '' as $$
    select signs.hmac(g.secret, convert_to('report:' || text_seed.message_id, 'UTF8')) from signs.gateway g
    where g.organisation_id = text_seed.organisation
      and exists (select 1 from signs.text_signature t where t.signature = text_seed.signature)
$$;

-- Notes that a text was answered, and what it became.
create function signs.text_answered(
        organisation uuid, sender text, message_id text, body bytea, outcome text, report uuid) returns void
    volatile security definer language sql set search_path = '' as $$
    insert into signs.text_message (organisation_id, message_id, body_digest, sender_digest, outcome, report_id)
    select g.organisation_id, text_answered.message_id, sha256(text_answered.body),
           signs.hmac(g.secret, convert_to(text_answered.sender, 'UTF8')), text_answered.outcome, text_answered.report
    from signs.gateway g where g.organisation_id = text_answered.organisation
$$;

-- Only a police force can be told something.
create function signs.is_force(organisation uuid) returns boolean
    stable security definer language sql set search_path = '' as $$
    select exists (select 1 from identity.organisation o where o.id = is_force.organisation and o.kind = 'POLICE')
$$;

alter table signs.gateway enable row level security;
alter table signs.text_message enable row level security;
alter table signs.text_signature enable row level security;
create policy own_organisation on signs.gateway for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy administrators_set on signs.gateway for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]) and set_by = (select identity.me())
                and (select identity.i_have_role('{ADMINISTRATOR}')) and signs.is_force(organisation_id));
create policy administrators_change on signs.gateway for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]) and set_by = (select identity.me())
                and signs.is_force(organisation_id));
create policy administrators_end on signs.gateway for delete to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{ADMINISTRATOR}')));

grant select (organisation_id, number, set_at) on signs.gateway to frith_app;
grant insert (organisation_id, number, secret, set_by), update (number, secret, set_by, set_at), delete on signs.gateway to frith_app;
revoke execute on function signs.hmac(bytea, bytea), signs.is_force(uuid),
    signs.text_arrives(text, text, text, bigint, bytea, bytea), signs.text_seed(uuid, text, bytea),
    signs.text_before(uuid, text, bytea, bytea), signs.text_answered(uuid, text, text, bytea, text, uuid) from public;
grant execute on function signs.is_force(uuid), signs.text_arrives(text, text, text, bigint, bytea, bytea), signs.text_seed(uuid, text, bytea),
    signs.text_before(uuid, text, bytea, bytea), signs.text_answered(uuid, text, text, bytea, text, uuid) to frith_app;
