-- What people said at codes, told to partner organisations month by month: as it was looked at and sent, with nothing in it
-- that points to a person, so that it can be said for ever what each partner was told.

create table signs.digest (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    to_id uuid not null references identity.organisation,
    sender text not null check (sender <> ''),
    recipient text not null check (recipient <> ''),
    month date not null check (extract(day from month) = 1),
    sent_at timestamptz not null default clock_timestamp(),
    sent_by uuid not null references identity.account,
    withdrawn_at timestamptz,
    withdrawn_by uuid references identity.account,
    check (organisation_id <> to_id),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
-- One of a month stands for each partner; another can be sent once the first has been taken back.
create unique index digest_that_stands on signs.digest (organisation_id, to_id, month) where withdrawn_at is null;
create index digest_by_recipient on signs.digest (to_id, month desc);
create trigger keep_former_version after update or delete on signs.digest
    for each row execute function audit.keep_former_version();

-- How a question was answered at a place. Without a number when fewer than three answered.
create table signs.digest_count (
    digest_id uuid not null references signs.digest,
    number integer not null check (number > 0),
    place text not null check (length(place) between 1 and 500),
    question text not null check (length(question) between 1 and 200),
    answers bigint check (answers >= 3),
    mean double precision check (mean between 1 and 5),
    primary key (digest_id, number),
    check ((answers is null) = (mean is null))
);

-- What was written at a place where at least three wrote something, with what points to a person hidden.
create table signs.digest_words (
    digest_id uuid not null references signs.digest,
    number integer not null check (number > 0),
    place text not null check (length(place) between 1 and 500),
    words text not null check (length(words) between 1 and 10000),
    primary key (digest_id, number)
);

-- The organisations that a force may tell: every partner that has people here.
create function signs.partners() returns table (id uuid, name text)
    stable security definer language sql set search_path = '' as $$
    select o.id, o.name from identity.organisation o
    where o.kind not in ('POLICE', 'SYSTEM')
      and exists (select 1 from identity.organisation own
                  where own.id = any ((select identity.my_organisations())::uuid[]) and own.kind = 'POLICE')
      and (select identity.i_have_role('{SUPERVISOR,ASB_COORDINATOR}'))
    order by o.name
$$;

alter table signs.digest enable row level security;
alter table signs.digest_count enable row level security;
alter table signs.digest_words enable row level security;
create policy senders_see on signs.digest for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,ASB_COORDINATOR}')));
create policy recipients_see_what_stands on signs.digest for select to frith_app
    using (to_id = any ((select identity.my_organisations())::uuid[]) and withdrawn_at is null
           and (select identity.i_have_role('{PARTNER}')));
create policy senders_send on signs.digest for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]) and sent_by = (select identity.me())
                and (select identity.i_have_role('{SUPERVISOR,ASB_COORDINATOR}')) and withdrawn_at is null
                and exists (select 1 from signs.partners() p where p.id = to_id and p.name = recipient)
                and sender = (select o.name from identity.organisation o where o.id = organisation_id));
create policy senders_take_back on signs.digest for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,ASB_COORDINATOR}')))
    with check (withdrawn_by = (select identity.me()));
create policy of_digest on signs.digest_count for select to frith_app using (digest_id in (select d.id from signs.digest d));
create policy of_digest on signs.digest_words for select to frith_app using (digest_id in (select d.id from signs.digest d));
-- Only whoever sends it writes in it, and only as they send it.
create policy of_own_digest on signs.digest_count for insert to frith_app
    with check (digest_id in (select d.id from signs.digest d where d.sent_by = (select identity.me())
                                          and d.sent_at >= transaction_timestamp()));
create policy of_own_digest on signs.digest_words for insert to frith_app
    with check (digest_id in (select d.id from signs.digest d where d.sent_by = (select identity.me())
                                          and d.sent_at >= transaction_timestamp()));

grant select on signs.digest, signs.digest_count, signs.digest_words to frith_app;
grant insert (organisation_id, to_id, sender, recipient, month, sent_by), update (withdrawn_at, withdrawn_by)
    on signs.digest to frith_app;
grant insert on signs.digest_count, signs.digest_words to frith_app;
revoke execute on function signs.partners() from public;
grant execute on function signs.partners() to frith_app;
