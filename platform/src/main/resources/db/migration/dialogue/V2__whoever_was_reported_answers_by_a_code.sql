-- Whoever was reported answers in their own words: staff put something to them and hand over a code, and what is written with
-- it stands beside the report. Nothing of the report can be reached by the code but what was put.

create table dialogue.invitation (
    id uuid primary key default uuidv7(),
    report_id uuid not null references portal.report,
    organisation_id uuid not null references identity.organisation,
    -- The code itself is known to whoever was handed it, and to nobody else.
    digest bytea not null unique check (length(digest) = 32),
    who text not null check (length(who) between 1 and 200),
    put text not null check (length(put) between 1 and 2000),
    once boolean not null,
    made_by uuid not null references identity.account,
    made_at timestamptz not null default clock_timestamp(),
    ends_at timestamptz not null,
    closed_at timestamptz,
    check (ends_at > made_at)
);
create index invitation_of_report on dialogue.invitation (report_id, made_at);
create trigger keep_former_version after update or delete on dialogue.invitation
    for each row execute function audit.keep_former_version();

-- A reply is taken down by staff or written by whoever was invited to, and never both.
alter table dialogue.reply
    alter column noted_by drop not null,
    add column invitation_id uuid references dialogue.invitation,
    add column read_at timestamptz,
    add check ((noted_by is null) = (invitation_id is not null));
create index reply_of_invitation on dialogue.reply (invitation_id) where invitation_id is not null;
create index reply_unread on dialogue.reply (report_id) where invitation_id is not null and read_at is null;

create function dialogue.reply_digest(code text) returns bytea
    immutable language sql set search_path = '' as $$
    select sha256(convert_to('frith reply:' || code, 'UTF8'))
$$;

-- What a code opens: what was put to somebody, by whom, and until when. A code that was used up, closed, run out or never
-- made opens nothing, and nothing tells these apart. The report's id is for the audit alone.
create function dialogue.invited(code text)
    returns table (id uuid, report_id uuid, put text, organisation text, ends_at timestamptz, once boolean)
    stable security definer language sql set search_path = '' as $$
    select i.id, i.report_id, i.put, o.name, i.ends_at, i.once
    from dialogue.invitation i join identity.organisation o on o.id = i.organisation_id
    where i.digest = dialogue.reply_digest(invited.code) and length(invited.code) = 16
      and i.closed_at is null and i.ends_at > clock_timestamp()
$$;

-- Keeps an answer: false when the code opens nothing, or twenty answers came already. A code for one answer is then used up.
create function dialogue.answer(code text, text text) returns boolean
    volatile security definer language plpgsql set search_path = '' as $$
declare
    asked dialogue.invitation;
begin
    select i.* into asked from dialogue.invitation i
        where i.id = (select o.id from dialogue.invited(answer.code) o) and i.closed_at is null for update;
    if asked.id is null
       or (select count(*) from dialogue.reply r where r.invitation_id = asked.id) >= 20 then
        return false;
    end if;
    insert into dialogue.reply (report_id, organisation_id, who, text, invitation_id)
        values (asked.report_id, asked.organisation_id, asked.who, answer.text, asked.id);
    update dialogue.invitation i set closed_at = clock_timestamp() where i.id = asked.id and i.once;
    return true;
end $$;

alter table dialogue.invitation enable row level security;
create policy own_organisation on dialogue.invitation for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select portal.deals_with_reports()));
create policy staff_invite on dialogue.invitation for insert to frith_app
    with check (made_by = (select identity.me())
                and report_id in (select r.id from portal.report r where r.organisation_id = invitation.organisation_id)
                and organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select portal.deals_with_reports()));
-- Whoever closes a code or reads a reply need not be the one who made or noted it.
create policy is_closed on dialogue.invitation for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select portal.deals_with_reports()));
drop policy own_organisation on dialogue.reply;
create policy own_organisation on dialogue.reply for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select portal.deals_with_reports()));
create policy staff_take_down on dialogue.reply for insert to frith_app
    with check (noted_by = (select identity.me()) and invitation_id is null
                and report_id in (select r.id from portal.report r where r.organisation_id = reply.organisation_id)
                and organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select portal.deals_with_reports()));
create policy is_read on dialogue.reply for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select portal.deals_with_reports()));

grant select (id, report_id, organisation_id, who, put, once, made_by, made_at, ends_at, closed_at)
    on dialogue.invitation to frith_app;
grant insert (report_id, organisation_id, digest, who, put, once, made_by, ends_at), update (closed_at)
    on dialogue.invitation to frith_app;
grant update (read_at) on dialogue.reply to frith_app;
revoke execute on function dialogue.reply_digest(text), dialogue.invited(text), dialogue.answer(text, text) from public;
grant execute on function dialogue.reply_digest(text), dialogue.invited(text), dialogue.answer(text, text) to frith_app;
