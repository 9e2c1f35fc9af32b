-- What the public tells online: a draft that only its secret opens, and, once sent, the report that its force deals with.

-- The way it stands with a report. It is a draft until it is sent, sent until recording has it, and then an incident.
create table portal.report (
    id uuid primary key default uuidv7(),
    code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    language text not null check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
    why text not null check (why ~ '^[A-Z_]{1,40}$'),
    state text not null default 'DRAFT' check (state in ('DRAFT', 'SENT', 'TAKEN', 'DISCARDED')),
    began_at timestamptz not null default clock_timestamp(),
    saved_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz,
    organisation_id uuid references identity.organisation,
    lsoa_code text check (lsoa_code ~ '^[A-Z0-9]{1,20}$'),
    incident_id uuid references recording.incident,
    incident_reference text,
    taken_at timestamptz,
    refused text,
    verification text not null default 'NONE' check (verification in ('NONE', 'CONTACT_GIVEN', 'CONTACT_WORKS', 'SEEN')),
    -- The QR code at whose place it was begun; that chapter stands to the right, so there is no foreign key.
    sign_id uuid,
    hidden text[] not null default '{}' check (cardinality(hidden) <= 100),
    check ((state in ('SENT', 'TAKEN')) = (sent_at is not null)),
    check ((state in ('SENT', 'TAKEN')) = (organisation_id is not null)),
    check ((state = 'TAKEN') = (incident_id is not null and incident_reference is not null and taken_at is not null))
);
create index report_to_take on portal.report (sent_at) where state = 'SENT';
create index report_of_organisation on portal.report (organisation_id, sent_at desc) where sent_at is not null;
create index report_of_incident on portal.report (incident_id);
create index report_of_sign on portal.report (sign_id) where sign_id is not null;
create trigger keep_former_version after update or delete on portal.report
    for each row when (old.state <> 'DRAFT') execute function audit.keep_former_version();

-- What opens a report again: of the secret only a digest under its code. Nobody but the functions below reads this.
create table portal.secret (
    report_id uuid primary key references portal.report on delete cascade,
    digest bytea not null check (length(digest) = 32),
    failures integer not null default 0 check (failures >= 0),
    locked_until timestamptz
);

-- A browser that has a report open.
create table portal.visit (
    token_digest bytea primary key check (length(token_digest) = 32),
    report_id uuid not null references portal.report on delete cascade,
    expires_at timestamptz not null
);
create index visit_of_report on portal.visit (report_id);

-- The answers, one by one.
create table portal.answer (
    report_id uuid not null references portal.report on delete cascade,
    field text not null check (field in ('who', 'what', 'when', 'day', 'month', 'year', 'time', 'where', 'postcode', 'place',
        'ward', 'force', 'harm', 'contact', 'name', 'phone', 'email', 'safe', 'other', 'otherKnows', 'wishes', 'speak')),
    value text not null check (value <> '' and length(value) <= 100000),
    primary key (report_id, field)
);

-- The report that the token opens which this transaction presents; null without one, with a wrong one, and when it is over.
create function portal.my_report() returns uuid
    stable security definer language sql set search_path = '' as $$
    select v.report_id from portal.visit v join portal.report r on r.id = v.report_id
    where v.token_digest = sha256(convert_to(current_setting('frith.report', true), 'UTF8'))
      and v.expires_at > clock_timestamp() and r.state <> 'DISCARDED'
$$;

-- The same while it may still be changed.
create function portal.my_draft() returns uuid
    stable security definer language sql set search_path = '' as $$
    select r.id from portal.report r where r.id = portal.my_report() and r.state = 'DRAFT'
$$;

create function portal.secret_digest(code text, secret text) returns bytea
    immutable language sql set search_path = '' as $$
    select sha256(convert_to('frith report:' || code || ':' || secret, 'UTF8'))
$$;

-- Begins a draft; the browser's token and the secret are the caller's, and only their digests stay.
create function portal.start_draft(code text, secret text, token text, language text, why text, sign uuid) returns uuid
    volatile security definer language plpgsql set search_path = '' as $$
declare
    made uuid;
begin
    if length(start_draft.secret) < 16 or length(start_draft.token) < 43 then
        raise check_violation using message = 'A secret has 16 signs and a token 43.';
    end if;
    insert into portal.report (code, language, why, sign_id)
        values (start_draft.code, start_draft.language, start_draft.why, start_draft.sign) returning id into made;
    insert into portal.secret (report_id, digest) values (made, portal.secret_digest(start_draft.code, start_draft.secret));
    insert into portal.visit values (sha256(convert_to(start_draft.token, 'UTF8')), made,
                                     clock_timestamp() + interval '24 hours');
    return made;
end $$;

-- Opens a report by code and secret: true opens it for the token. Five wrong secrets close the code for fifteen minutes, and
-- while it is closed the right one is refused as well, so that the answer tells nothing.
create function portal.come_back(code text, secret text, token text) returns boolean
    volatile security definer language plpgsql set search_path = '' as $$
declare
    found_report uuid;
    kept portal.secret;
begin
    if length(come_back.token) < 43 then
        return false;
    end if;
    select r.id into found_report from portal.report r where r.code = come_back.code and r.state <> 'DISCARDED';
    select * into kept from portal.secret s where s.report_id = found_report for update;
    if kept.report_id is null or kept.locked_until > clock_timestamp() then
        return false;
    end if;
    if kept.digest = portal.secret_digest(come_back.code, come_back.secret) then
        update portal.secret s set failures = 0, locked_until = null where s.report_id = found_report;
        insert into portal.visit values (sha256(convert_to(come_back.token, 'UTF8')), found_report,
                                         clock_timestamp() + interval '24 hours');
        return true;
    end if;
    update portal.secret s set failures = (s.failures + 1) % 5,
        locked_until = case when s.failures + 1 >= 5 then clock_timestamp() + interval '15 minutes' end
        where s.report_id = found_report;
    return false;
end $$;

-- A new secret for the report that is open: the old one opens nothing any more.
create function portal.renew_secret(secret text) returns boolean
    volatile security definer language plpgsql set search_path = '' as $$
declare
    mine uuid := portal.my_report();
begin
    if mine is null or length(renew_secret.secret) < 16 then
        return false;
    end if;
    update portal.secret s set digest = portal.secret_digest(r.code, renew_secret.secret), failures = 0,
        locked_until = null
        from portal.report r where r.id = mine and s.report_id = mine;
    return true;
end $$;

-- The browser has the report open no longer.
create function portal.leave() returns void
    volatile security definer language sql set search_path = '' as $$
    delete from portal.visit v where v.token_digest = sha256(convert_to(current_setting('frith.report', true), 'UTF8'))
$$;

-- The draft was saved; and in which language it goes on.
create function portal.saved(language text) returns void
    volatile security definer language sql set search_path = '' as $$
    update portal.report r set saved_at = clock_timestamp(), language = coalesce(saved.language, r.language)
    where r.id = portal.my_report()
$$;

-- The words that the reporter doesn't want others to see.
create function portal.hide(words text[]) returns void
    volatile security definer language sql set search_path = '' as $$
    update portal.report r set hidden = hide.words where r.id = portal.my_report()
$$;

-- Sends the draft to a police force; null when there is nothing to send or nobody to send it to.
create function portal.send(organisation uuid, lsoa text) returns uuid
    volatile security definer language plpgsql set search_path = '' as $$
declare
    mine uuid := portal.my_draft();
begin
    if not exists (select 1 from identity.organisation o where o.id = send.organisation and o.kind = 'POLICE')
       or not exists (select 1 from portal.answer a where a.report_id = mine and a.field = 'what') then
        return null;
    end if;
    update portal.report r set state = 'SENT', sent_at = clock_timestamp(), organisation_id = send.organisation,
        lsoa_code = send.lsoa,
        verification = case when exists (select 1 from portal.answer a where a.report_id = mine
                                         and a.field in ('phone', 'email')) then 'CONTACT_GIVEN' else 'NONE' end
        where r.id = mine;
    return mine;
end $$;

-- The reporter has thought better of it: the draft is gone at once.
create function portal.discard() returns boolean
    volatile security definer language plpgsql set search_path = '' as $$
declare
    mine uuid := portal.my_draft();
begin
    delete from portal.report r where r.id = mine;
    return mine is not null;
end $$;

-- Drafts that nobody has gone on with for 28 days are forgotten; only the system's own work does this.
create function portal.forget() returns integer
    volatile security definer language plpgsql set search_path = '' as $$
declare
    gone integer;
begin
    if not exists (select 1 from identity.account a where a.id = identity.me() and a.state = 'SERVICE') then
        raise insufficient_privilege using message = 'Only the system forgets drafts.';
    end if;
    delete from portal.visit v where v.expires_at < clock_timestamp();
    delete from portal.report r where r.state = 'DRAFT' and r.saved_at < clock_timestamp() - interval '28 days';
    get diagnostics gone = row_count;
    return gone;
end $$;

-- Whether there is anything to forget: it says nothing of any draft.
create function portal.any_to_forget() returns boolean
    stable security definer language sql set search_path = '' as $$
    select exists (select 1 from portal.visit v where v.expires_at < clock_timestamp())
        or exists (select 1 from portal.report r
                   where r.state = 'DRAFT' and r.saved_at < clock_timestamp() - interval '28 days')
$$;

-- The forces that can be told something: their names are no secret.
create function portal.forces() returns table (id uuid, name text, force_slug text)
    stable security definer language sql set search_path = '' as $$
    select o.id, o.name, o.force_slug from identity.organisation o where o.kind = 'POLICE' order by o.name, o.id
$$;

-- Whoever deals with incidents sees the reports of their force that were sent; the reporter sees their own.
create function portal.deals_with_reports() returns boolean
    stable language sql set search_path = '' as $$
    select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')
$$;

-- For an auditor: the newest reports of their organisations, by which the entries of the public are known to be theirs.
create function portal.ids_for_auditors() returns text[]
    stable security definer language sql set search_path = '' as $$
    select coalesce(array_agg(n.id::text), '{}')
    from (select r.id from portal.report r where r.organisation_id = any (identity.my_organisations())
          order by r.sent_at desc limit 10000) n
$$;

alter table portal.report enable row level security;
alter table portal.secret enable row level security;
alter table portal.visit enable row level security;
alter table portal.answer enable row level security;
create policy own_report on portal.report for select to frith_app using (id = (select portal.my_report()));
create policy own_organisation on portal.report to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]) and state in ('SENT', 'TAKEN')
           and (select portal.deals_with_reports()))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]) and state in ('SENT', 'TAKEN')
           and (select portal.deals_with_reports()));
create policy of_report on portal.answer for select to frith_app using (report_id in (select r.id from portal.report r));
create policy own_draft on portal.answer to frith_app
    using (report_id = (select portal.my_draft())) with check (report_id = (select portal.my_draft()));

grant usage on schema portal to frith_app;
grant select on portal.report to frith_app;
grant update (state, incident_id, incident_reference, taken_at, refused, verification) on portal.report to frith_app;
grant select, insert, update (value), delete on portal.answer to frith_app;

revoke execute on all functions in schema portal from public;
grant execute on function portal.my_report(), portal.my_draft(), portal.deals_with_reports(), portal.forces(), portal.ids_for_auditors(),
    portal.start_draft(text, text, text, text, text, uuid), portal.come_back(text, text, text), portal.renew_secret(text),
    portal.leave(), portal.saved(text), portal.hide(text[]), portal.send(uuid, text), portal.discard(), portal.forget(),
    portal.any_to_forget()
    to frith_app;

-- An auditor of a force reads what the public did with the reports that their force has.
create policy auditors_read_the_public on audit.entry for select to frith_app
    using ((select identity.i_have_role('{AUDITOR}'))
           and actor = '00000000-0000-7000-8000-000000000021'
           and ids && (select portal.ids_for_auditors()));
