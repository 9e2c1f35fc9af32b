-- A text that is handed over again is answered as before although the gateway's secret was changed in between; what is kept
-- of a text is forgotten once no gateway hands it over any more; and forged texts don't fill the audit.

-- What the secrets of reports and the digests of senders are made with: the force's own, made once, known to the database alone.
create table signs.text_key (
    organisation_id uuid primary key references identity.organisation,
    key bytea not null check (length(key) between 32 and 64)
);
-- Until now that was the gateway's secret, by which texts that were answered can still be answered alike.
insert into signs.text_key (organisation_id, key) select g.organisation_id, g.secret from signs.gateway g;

create function signs.make_text_key() returns trigger
    volatile security definer language plpgsql set search_path = '' as $$
begin
    insert into signs.text_key (organisation_id, key)
        values (new.organisation_id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                                     || uuid_send(gen_random_uuid()))
        on conflict do nothing;
    return null;
end $$;
create trigger make_text_key after insert or update on signs.gateway
    for each row execute function signs.make_text_key();

-- How many texts were forged in a minute, and in the last such minute before it: one row for all of them.
create table signs.forged (
    one boolean primary key default true check (one),
    minute timestamptz not null,
    texts integer not null check (texts > 0),
    before integer not null default 0 check (before >= 0)
);

-- Whether a text isn't signed by the gateway of its number: then how many of this minute it is the last of, and how many
-- there were in the last such minute before. Nothing when it is signed.
create function signs.text_is_forged(number text, stamp bigint, body bytea, signature bytea)
    returns table (this_minute integer, before integer)
    volatile security definer language plpgsql set search_path = '' as $$
begin
    if exists (select 1 from signs.gateway g where g.number = text_is_forged.number
               and signs.hmac(g.secret, convert_to(text_is_forged.stamp || '.', 'UTF8') || text_is_forged.body)
                   = text_is_forged.signature) then
        return;
    end if;
    return query
        insert into signs.forged as f (minute, texts) values (date_trunc('minute', clock_timestamp()), 1)
        on conflict (one) do update
        set texts = case when f.minute = excluded.minute then f.texts + 1 else 1 end,
            before = case when f.minute = excluded.minute then f.before else f.texts end,
            minute = excluded.minute
        returning f.texts, f.before;
end $$;

create or replace function signs.text_arrives(
        number text, sender text, message_id text, stamp bigint, body bytea, signature bytea)
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
    select signs.hmac(k.key, convert_to(text_arrives.sender, 'UTF8')) into who from signs.text_key k
        where k.organisation_id = set_up.organisation_id;
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

-- A secret for a report that only this database could make again, so that a text which is handed over twice is answered
-- alike and nobody keeps the secret in between. Only for a text that was just proved to be the gateway's.
create or replace function signs.text_seed(organisation uuid, message_id text, signature bytea) returns bytea
    stable security definer language sql set search_path = '' as $$
    select signs.hmac(k.key, convert_to('report:' || text_seed.message_id, 'UTF8')) from signs.text_key k
    where k.organisation_id = text_seed.organisation
      and exists (select 1 from signs.text_signature t where t.signature = text_seed.signature)
$$;

create or replace function signs.text_answered(
        organisation uuid, sender text, message_id text, body bytea, outcome text, report uuid) returns void
    volatile security definer language sql set search_path = '' as $$
    insert into signs.text_message (organisation_id, message_id, body_digest, sender_digest, outcome, report_id)
    select k.organisation_id, text_answered.message_id, sha256(text_answered.body),
           signs.hmac(k.key, convert_to(text_answered.sender, 'UTF8')), text_answered.outcome, text_answered.report
    from signs.text_key k where k.organisation_id = text_answered.organisation
$$;

create index text_message_by_age on signs.text_message (answered_at);

-- No gateway hands a text over for four weeks; a signature is good for five minutes to either side.
create function signs.any_text_to_forget() returns boolean
    stable security definer language sql set search_path = '' as $$
    select exists (select 1 from signs.text_message m where m.answered_at < clock_timestamp() - interval '28 days')
        or exists (select 1 from signs.text_signature s where s.used_at < clock_timestamp() - interval '1 day')
$$;

-- Forgets what is kept of old texts; what became of them stays what it is. Only the system's own work does this.
create function signs.forget_texts() returns integer
    volatile security definer language plpgsql set search_path = '' as $$
declare
    gone integer;
begin
    if not exists (select 1 from identity.account a where a.id = identity.me() and a.state = 'SERVICE') then
        raise insufficient_privilege using message = 'Only the system forgets texts.';
    end if;
    delete from signs.text_signature s where s.used_at < clock_timestamp() - interval '15 minutes';
    delete from signs.text_message m where m.answered_at < clock_timestamp() - interval '28 days';
    get diagnostics gone = row_count;
    return gone;
end $$;

alter table signs.text_key enable row level security;
alter table signs.forged enable row level security;
revoke execute on function signs.make_text_key(), signs.text_is_forged(text, bigint, bytea, bytea), signs.any_text_to_forget(),
    signs.forget_texts() from public;
grant execute on function signs.text_is_forged(text, bigint, bytea, bytea), signs.any_text_to_forget(), signs.forget_texts()
    to frith_app;
