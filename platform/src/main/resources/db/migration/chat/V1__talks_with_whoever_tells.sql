-- A talk in writing between somebody who tells something and whoever answers for the force. What is said stands in dialogue.

create table chat.talk (
    report_id uuid primary key references portal.report on delete cascade,
    organisation_id uuid not null references identity.organisation,
    began_at timestamptz not null default clock_timestamp(),
    -- When the reporter's browser last asked for what is new.
    seen_at timestamptz not null default clock_timestamp(),
    -- Who answers now; empty while it waits, at first and when it was handed on.
    answered_by uuid references identity.account,
    first_answered_at timestamptz,
    -- The draft in which it was taken down.
    draft_id uuid references calls.draft,
    ended_at timestamptz,
    ended_by text check (ended_by in ('REPORTER', 'STAFF')),
    check ((ended_at is null) = (ended_by is null))
);
create index talk_going_on on chat.talk (organisation_id, began_at) where ended_at is null;
create index talk_of_draft on chat.talk (draft_id) where draft_id is not null;

-- Who has the list of talks open, so that a talk is offered only while somebody can answer.
create table chat.presence (
    account_id uuid primary key references identity.account,
    organisation_id uuid not null references identity.organisation,
    seen_at timestamptz not null
);
create index presence_of_organisation on chat.presence (organisation_id, seen_at);

-- Whether somebody of a force can answer now. It says nothing of who.
create function chat.somebody_answers(organisation uuid) returns boolean
    stable security definer language sql set search_path = '' as $$
    select exists (select 1 from chat.presence p where p.organisation_id = somebody_answers.organisation
                   and p.seen_at > clock_timestamp() - interval '2 minutes')
$$;

alter table chat.talk enable row level security;
alter table chat.presence enable row level security;
create policy own_talk on chat.talk to frith_app
    using (report_id = (select portal.my_report()))
    with check (report_id = (select portal.my_report())
                and exists (select 1 from portal.report r
                            where r.id = talk.report_id and r.organisation_id = talk.organisation_id));
create policy own_organisation on chat.talk for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]) and (select portal.deals_with_reports()));
create policy own_organisation_changes on chat.talk for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]) and (select portal.deals_with_reports()))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (answered_by is null or answered_by = (select identity.me())));
create policy own_presence on chat.presence to frith_app
    using (account_id = (select identity.me()))
    with check (account_id = (select identity.me())
                and organisation_id = any ((select identity.my_organisations())::uuid[]));

grant usage on schema chat to frith_app;
grant select on chat.talk, chat.presence to frith_app;
grant insert (report_id, organisation_id) on chat.talk to frith_app;
grant update (seen_at, answered_by, first_answered_at, draft_id, ended_at, ended_by) on chat.talk to frith_app;
grant insert, update, delete on chat.presence to frith_app;
revoke execute on all functions in schema chat from public;
grant execute on function chat.somebody_answers(uuid) to frith_app;
