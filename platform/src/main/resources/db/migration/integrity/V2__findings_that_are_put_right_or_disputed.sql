-- What an audit of recording finds wrong: somebody puts it right or disputes it, and the registrar has the last word.

create table integrity.finding (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    sample_id uuid not null references integrity.sample,
    item_id uuid not null references integrity.item,
    reading_id uuid not null references integrity.reading,
    incident_id uuid not null references recording.incident,
    kind text not null check (kind in ('CRIME_MISSING', 'OTHER_CLASS', 'VICTIMS_MISSING', 'CATEGORY_WRONG')),
    class_code text not null default '' check (class_code ~ '^[0-9A-Z/]{0,10}$'),
    victims integer check (victims > 0),
    category text check (category in ('PERSONAL', 'NUISANCE', 'ENVIRONMENTAL', 'NOT_ASB')),
    expected text not null check (length(expected) between 1 and 300),
    recorded text not null check (length(recorded) between 1 and 300),
    words text not null check (length(words) <= 500),
    owner_id uuid references identity.account,
    team_id uuid references identity.team,
    state text not null default 'OPEN'
        check (state in ('OPEN', 'DISPUTED', 'STANDS', 'PUT_RIGHT', 'ACCEPTED', 'WITHDRAWN')),
    found_at timestamptz not null,
    found_by uuid not null references identity.account,
    answer text check (length(answer) between 10 and 2000),
    answered_at timestamptz,
    answered_by uuid references identity.account,
    decision text check (length(decision) between 10 and 2000),
    decided_at timestamptz,
    decided_by uuid references identity.account,
    ended_at timestamptz,
    unique (item_id, kind, class_code),
    check ((kind = 'CATEGORY_WRONG') = (category is not null and class_code = '')),
    check (state <> 'DISPUTED' or (answer is not null and answered_at is not null and answered_by is not null)),
    check (state not in ('STANDS', 'WITHDRAWN') or (decision is not null and decided_at is not null and decided_by is not null)),
    check ((state in ('PUT_RIGHT', 'ACCEPTED', 'WITHDRAWN')) = (ended_at is not null))
);
create index finding_of_incident on integrity.finding (incident_id);
create index finding_open on integrity.finding (organisation_id, found_at) where ended_at is null;
create trigger keep_former_version after update or delete on integrity.finding
    for each row execute function audit.keep_former_version();

-- Whose decision it was that turned out wrong: their own to see, and their supervisors', for learning.
create table integrity.slip (
    finding_id uuid primary key references integrity.finding,
    organisation_id uuid not null references identity.organisation,
    account_id uuid not null references identity.account
);
create index slip_of_account on integrity.slip (account_id);

-- A finding goes forward only, and what the registrar decided stays decided.
create function integrity.keep_to_the_order() returns trigger
    volatile language plpgsql set search_path = '' as $$
begin
    if (old.state, new.state) not in (
            ('OPEN', 'DISPUTED'), ('OPEN', 'ACCEPTED'), ('OPEN', 'PUT_RIGHT'),
            ('DISPUTED', 'STANDS'), ('DISPUTED', 'WITHDRAWN'), ('DISPUTED', 'PUT_RIGHT'), ('DISPUTED', 'ACCEPTED'),
            ('STANDS', 'PUT_RIGHT'), ('STANDS', 'ACCEPTED')) then
        raise check_violation using message = 'A finding doesn''t go from ' || old.state || ' to ' || new.state || '.';
    end if;
    if new.state in ('STANDS', 'WITHDRAWN') and not identity.i_have_role('{CRIME_REGISTRAR}') then
        raise insufficient_privilege using message = 'Only the registrar decides a dispute.';
    end if;
    if new.state not in ('STANDS', 'WITHDRAWN')
            and (new.decision, new.decided_at, new.decided_by) is distinct from (old.decision, old.decided_at, old.decided_by) then
        raise insufficient_privilege using message = 'What was decided about a dispute stays.';
    end if;
    return new;
end $$;
revoke execute on function integrity.keep_to_the_order() from public;
create trigger keep_to_the_order before update on integrity.finding
    for each row execute function integrity.keep_to_the_order();

alter table integrity.finding enable row level security;
alter table integrity.slip enable row level security;
create policy who_deals_with_incidents on integrity.finding for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}'))
           and incident_id <> all ((select integrity.in_my_hands())::uuid[]));
create policy auditors_of_recording on integrity.finding for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]) and state = 'OPEN'
                and found_by = (select identity.me())
                and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy who_deals_with_incidents_answers on integrity.finding for update to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]) and ended_at is null
           and (select identity.i_have_role('{CALL_HANDLER,NEIGHBOURHOOD_OFFICER,SUPERVISOR,ASB_COORDINATOR,CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy own_or_overseen on integrity.slip for select to frith_app
    using (account_id = (select identity.me())
           or (organisation_id = any ((select identity.my_organisations())::uuid[])
               and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))));
create policy auditors_of_recording on integrity.slip for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));

grant select on integrity.finding, integrity.slip to frith_app;
grant insert (organisation_id, sample_id, item_id, reading_id, incident_id, kind, class_code, victims, category, expected,
              recorded, words, owner_id, team_id, found_at, found_by) on integrity.finding to frith_app;
grant insert on integrity.slip to frith_app;
grant update (state, answer, answered_at, answered_by, decision, decided_at, decided_by, ended_at)
    on integrity.finding to frith_app;

insert into deadlines.kind values
    ('ANSWER_FINDING', 'Record the crime that an audit found missing, or dispute it'),
    ('ANSWER_FEEDBACK', 'Answer what an audit of recording found'),
    ('DECIDE_DISPUTE', 'Decide a dispute about an audit of recording');
insert into deadlines.period (kind, valid_from, minutes, warn_minutes, escalates_to, source, verified) values
    ('ANSWER_FINDING', '2000-01-01', 1440, 240, 'CRIME_REGISTRAR',
     'Home Office Crime Recording Rules, general rules: within 24 hours; here, of the finding', false),
    ('ANSWER_FEEDBACK', '2000-01-01', 20160, 4320, 'SUPERVISOR', 'Frith''s suggestion', false),
    ('DECIDE_DISPUTE', '2000-01-01', 10080, 2880, 'CRIME_REGISTRAR', 'Frith''s suggestion', false);
