-- Photos, sound and films that the public sends along: each with its digest from the first moment, kept in the database so
-- that every backup has them.

create table evidence.file (
    id uuid primary key default uuidv7(),
    report_id uuid not null references portal.report on delete cascade,
    kind text not null check (kind in ('PHOTO', 'AUDIO', 'VIDEO')),
    media_type text not null check (media_type ~ '^(image|audio|video)/[a-z0-9.+-]{2,40}$'),
    name text not null check (length(name) between 1 and 200),
    bytes bigint not null check (bytes between 1 and 52428800),
    sha256 bytea not null check (length(sha256) = 32),
    received_at timestamptz not null default clock_timestamp(),
    -- Whatever hasn't been scanned is said to be so; nothing is ever called clean that a scanner hasn't seen.
    scan text not null default 'NOT_SCANNED' check (scan in ('NOT_SCANNED', 'NOTHING_FOUND', 'FOUND')),
    scanned_at timestamptz,
    scanner text,
    -- By when somebody has promised to open it, and who did.
    due_at timestamptz,
    opened_at timestamptz,
    opened_by uuid references identity.account,
    unique (report_id, sha256),
    check ((scan = 'NOT_SCANNED') = (scanned_at is null)),
    check ((opened_at is null) = (opened_by is null))
);
create index file_unopened on evidence.file (report_id) where opened_at is null;
create index file_unscanned on evidence.file (received_at) where scan = 'NOT_SCANNED';
create trigger keep_former_version after update on evidence.file
    for each row execute function audit.keep_former_version();

create table evidence.part (
    file_id uuid not null references evidence.file on delete cascade,
    number integer not null check (number >= 0),
    content bytea not null check (length(content) between 1 and 1048576),
    primary key (file_id, number)
);

-- Whether another file of this size may go with the report that is open: ten files, two hundred megabytes.
create function evidence.has_room(more bigint) returns boolean
    stable security definer language sql set search_path = '' as $$
    select count(*) < 10 and coalesce(sum(f.bytes), 0) + more <= 209715200
    from evidence.file f where f.report_id = portal.my_report()
$$;

alter table evidence.file enable row level security;
alter table evidence.part enable row level security;
-- Whoever sees a report sees its files: the reporter their own, the force those that were sent to it.
create policy of_report on evidence.file for select to frith_app using (report_id in (select r.id from portal.report r));
create policy own_report on evidence.file for insert to frith_app
    with check (report_id = (select portal.my_report()) and evidence.has_room(bytes) and scan = 'NOT_SCANNED'
                and due_at is null and opened_at is null);
create policy own_draft on evidence.file for delete to frith_app using (report_id = (select portal.my_draft()));
create policy own_organisation on evidence.file for update to frith_app
    using (report_id in (select r.id from portal.report r
                         where r.organisation_id = any ((select identity.my_organisations())::uuid[])));
create policy of_file on evidence.part for select to frith_app
    using (file_id in (select f.id from evidence.file f));
create policy own_report on evidence.part for insert to frith_app
    with check (file_id in (select f.id from evidence.file f where f.report_id = (select portal.my_report())));

grant usage on schema evidence to frith_app;
grant select, delete on evidence.file to frith_app;
grant insert (report_id, kind, media_type, name, bytes, sha256) on evidence.file to frith_app;
grant update (scan, scanned_at, scanner, due_at, opened_at, opened_by) on evidence.file to frith_app;
grant select, insert on evidence.part to frith_app;
revoke execute on all functions in schema evidence from public;
grant execute on function evidence.has_room(bigint) to frith_app;

insert into deadlines.kind values ('OPEN_EVIDENCE', 'Open the evidence that was sent');
insert into deadlines.period (kind, valid_from, minutes, warn_minutes, escalates_to, source, verified) values
    ('OPEN_EVIDENCE', '2000-01-01', 1440, 360, 'SUPERVISOR', 'Frith''s suggestion; each force sets its own', false);
