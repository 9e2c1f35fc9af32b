-- Every look and every change: entries that can only be added, seals that chain them, and the former versions of records.

-- Who acts is identity's to say; until identity has answered, nobody does, and nothing can be entered.
create function audit.actor() returns uuid
    stable language sql set search_path = '' as $$ select null::uuid $$;
create function audit.organisation() returns uuid
    stable language sql set search_path = '' as $$ select null::uuid $$;

-- Transaction ids start anew in a restored database; the era keeps them apart.
create table audit.era (
    number integer primary key check (number > 0),
    begun_at timestamptz not null default clock_timestamp()
);
insert into audit.era (number) values (1);

create function audit.current_era() returns integer
    stable security definer language sql set search_path = '' as $$ select max(number) from audit.era $$;

create table audit.entry (
    id bigint generated always as identity primary key,
    era integer not null default audit.current_era() references audit.era,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null default clock_timestamp(),
    actor uuid not null default audit.actor(),
    organisation uuid default audit.organisation(),
    act text not null check (act in ('COLLECTION', 'ALTERATION', 'CONSULTATION', 'DISCLOSURE', 'COMBINATION', 'ERASURE',
                                     'SIGN_IN', 'SIGN_OUT', 'REFUSAL', 'ADMINISTRATION')),
    subject text not null check (subject <> ''),
    ids text[] not null default '{}' check (cardinality(ids) <= 1000),
    fields text[] not null default '{}',
    purpose text not null check (purpose <> ''),
    detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
);
create index entry_by_transaction on audit.entry (era, xid);
create index entry_by_actor on audit.entry (actor, id);

-- A seal covers every entry of an era with from_xid <= xid < to_xid. No transaction below to_xid was running when it was
-- made, so nothing can be added behind it.
create table audit.seal (
    number bigint primary key check (number > 0),
    era integer not null references audit.era,
    from_xid xid8 not null,
    to_xid xid8 not null check (to_xid > from_xid),
    entries bigint not null check (entries > 0),
    previous bytea not null check (length(previous) = 32),
    digest bytea not null check (length(digest) = 32),
    sealed_at timestamptz not null default clock_timestamp()
);

-- The text of an entry that is sealed. Every column stands in it; order and form never change.
create function audit.sealed_text(e audit.entry) returns text
    immutable language sql set search_path = '' as $$
    select jsonb_build_array(e.id, e.era, e.xid::text, (extract(epoch from e.at) * 1000000)::bigint, e.actor,
        e.organisation, e.act, e.subject, to_jsonb(e.ids), to_jsonb(e.fields), e.purpose, e.detail)::text
$$;

-- Seals what can no longer grow; gives the new seal, or no row when there is nothing to seal.
create function audit.seal_batch() returns setof audit.seal
    volatile security definer language plpgsql set search_path = '' as $$
declare
    last audit.seal;
    lower_xid xid8;
    upper_xid xid8 := pg_snapshot_xmin(pg_current_snapshot());
    this_era integer := audit.current_era();
    batch_entries bigint;
    batch_digest bytea;
begin
    perform pg_advisory_xact_lock(hashtext('audit.seal'));
    select * into last from audit.seal order by number desc limit 1;
    lower_xid := case when last.era = this_era then last.to_xid else '0'::xid8 end;
    select count(*), sha256(coalesce(last.digest, sha256(''::bytea))
            || coalesce(string_agg(sha256(convert_to(audit.sealed_text(e), 'UTF8')), ''::bytea order by e.id), ''::bytea))
        into batch_entries, batch_digest
        from audit.entry e
        where e.era = this_era and e.xid >= lower_xid and e.xid < upper_xid;
    if batch_entries = 0 then
        return;
    end if;
    return query
        insert into audit.seal (number, era, from_xid, to_xid, entries, previous, digest)
        values (coalesce(last.number, 0) + 1, this_era, lower_xid, upper_xid, batch_entries,
                coalesce(last.digest, sha256(''::bytea)), batch_digest)
        returning *;
end $$;
revoke execute on function audit.seal_batch() from public;

-- Former versions of what people work on: each row as it stood until somebody changed it.
create table audit.history (
    id bigint generated always as identity primary key,
    relation text not null,
    record text not null,
    organisation uuid,
    until timestamptz not null default clock_timestamp(),
    changed_by uuid,
    former jsonb not null
);
create index history_of_record on audit.history (relation, record, until);

-- Attach with: create trigger ... after update or delete on t for each row execute function audit.keep_former_version()
create function audit.keep_former_version() returns trigger
    volatile security definer language plpgsql set search_path = '' as $$
begin
    insert into audit.history (relation, record, organisation, changed_by, former)
    values (tg_table_schema || '.' || tg_table_name, to_jsonb(old) ->> 'id',
            (to_jsonb(old) ->> 'organisation_id')::uuid, audit.actor(), to_jsonb(old));
    return null;
end $$;

alter table audit.entry enable row level security;
alter table audit.history enable row level security;

grant usage on schema audit to frith_app, frith_signin;
grant insert (act, subject, ids, fields, purpose, detail) on audit.entry to frith_app, frith_signin;
grant select on audit.entry, audit.seal, audit.history to frith_app;
grant execute on function audit.seal_batch() to frith_app;
