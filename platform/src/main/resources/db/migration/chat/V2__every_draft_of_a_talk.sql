-- Every draft in which a talk was taken down, and how many of its lines stand there: what is told after them isn't lost.
create table chat.taken_down (
    draft_id uuid primary key references calls.draft,
    report_id uuid not null references chat.talk on delete cascade,
    lines integer not null check (lines >= 0)
);
create index taken_down_of_talk on chat.taken_down (report_id);
insert into chat.taken_down (draft_id, report_id, lines)
    select t.draft_id, t.report_id, (select count(*) from dialogue.message m where m.report_id = t.report_id)
    from chat.talk t where t.draft_id is not null;

-- Whether somebody who answers for a force has a page of theirs open. It says nothing of who.
create function chat.attends(account uuid, organisation uuid) returns boolean
    stable security definer language sql set search_path = '' as $$
    select exists (select 1 from chat.presence p
                   where p.account_id = attends.account and p.organisation_id = attends.organisation
                     and p.seen_at > clock_timestamp() - interval '2 minutes')
$$;

alter table chat.taken_down enable row level security;
create policy of_talks on chat.taken_down to frith_app
    using (exists (select 1 from chat.talk t where t.report_id = taken_down.report_id))
    with check ((select portal.deals_with_reports())
                and exists (select 1 from chat.talk t where t.report_id = taken_down.report_id));
grant select on chat.taken_down to frith_app;
grant insert (draft_id, report_id, lines) on chat.taken_down to frith_app;
revoke execute on function chat.attends(uuid, uuid) from public;
grant execute on function chat.attends(uuid, uuid) to frith_app;
