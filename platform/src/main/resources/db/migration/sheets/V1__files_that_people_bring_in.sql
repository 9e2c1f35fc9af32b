-- Small files that people bring in by a page: where each comes from, and what of it was refused.

-- What sheets there are. The chapter whose it is names it in a migration of its own.
create table sheets.kind (
    code text primary key check (code ~ '^[A-Z_]{3,40}$'),
    title text not null check (title <> ''),
    path text not null check (path ~ '^/[a-z0-9/-]+$'),
    roles text[] not null check (cardinality(roles) > 0)
);

create table sheets.file (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    kind text not null references sheets.kind,
    name text not null check (length(name) between 1 and 200),
    source text not null check (length(source) between 1 and 300),
    dated date not null check (dated >= date '1990-01-01'),
    sha256 bytea not null check (length(sha256) = 32),
    rows bigint not null check (rows >= 0),
    refused bigint not null check (refused >= 0),
    taken_at timestamptz not null,
    taken_by uuid not null references identity.account,
    check (rows + refused > 0)
);
create index file_of_organisation on sheets.file (organisation_id, kind, taken_at desc);

-- What wasn't taken, and why. It may hold what somebody wrote, so only those who may bring such a sheet in see it.
create table sheets.refused_row (
    file_id uuid not null references sheets.file,
    organisation_id uuid not null references identity.organisation,
    line bigint not null check (line > 0),
    field text not null,
    value text not null check (length(value) <= 200),
    reason text not null check (reason <> ''),
    primary key (file_id, line)
);

-- The kinds that whoever asks may bring in.
create function sheets.my_kinds() returns text[]
    stable language sql set search_path = '' as $$
    select coalesce(array_agg(k.code), '{}') from sheets.kind k where identity.i_have_role(k.roles)
$$;

alter table sheets.file enable row level security;
alter table sheets.refused_row enable row level security;
create policy who_may_bring_it_in on sheets.file for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and kind = any ((select sheets.my_kinds())::text[]));
create policy who_may_bring_it_in_adds on sheets.file for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and kind = any ((select sheets.my_kinds())::text[]) and taken_by = (select identity.me()));
create policy of_file on sheets.refused_row for select to frith_app
    using (file_id in (select f.id from sheets.file f));
create policy of_file_adds on sheets.refused_row for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and file_id in (select f.id from sheets.file f));

grant usage on schema sheets to frith_app;
grant select on sheets.kind, sheets.file, sheets.refused_row to frith_app;
grant insert (organisation_id, kind, name, source, dated, sha256, rows, refused, taken_at, taken_by)
    on sheets.file to frith_app;
grant insert on sheets.refused_row to frith_app;
revoke execute on function sheets.my_kinds() from public;
grant execute on function sheets.my_kinds() to frith_app;
