-- Recording audits: samples of incidents, each read again by somebody who can't see what was decided, and what that shows.

-- Chance that nobody chooses: whoever draws a sample can't try seeds until one suits.
create function integrity.chance() returns bigint
    volatile language sql set search_path = '' as $$
    select ('x' || encode(substr(sha256(uuid_send(gen_random_uuid())), 1, 8), 'hex'))::bit(64)::bigint
$$;

-- What makes a missed crime likelier, and how much likelier such an incident is drawn; from a day on.
create table integrity.risk (code text primary key check (code ~ '^[A-Z_]{3,40}$'), title text not null check (title <> ''));
insert into integrity.risk values
    ('PERSONAL_WITHOUT_CRIME', 'Personal, without a crime'),
    ('SUGGESTION_REFUSED', 'A suggested crime was refused'),
    ('CLOSED_QUICKLY', 'Closed within two hours, without a crime'),
    ('REPEAT', 'It happened before'),
    ('HARMED', 'Danger, vulnerability or impact was noticed'),
    ('WRITTEN_OFF', 'Words that write antisocial behaviour off');
create table integrity.risk_weight (
    id uuid primary key default uuidv7(),
    risk text not null references integrity.risk,
    organisation_id uuid references identity.organisation,
    valid_from date not null,
    weight numeric(5, 2) not null check (weight between 0 and 100),
    source text not null check (source <> ''),
    unique nulls not distinct (risk, organisation_id, valid_from)
);
insert into integrity.risk_weight (risk, valid_from, weight, source) values
    ('PERSONAL_WITHOUT_CRIME', '2000-01-01', 4, 'Frith''s suggestion, after HMICFRS 2024: crimes were missed in personal antisocial behaviour'),
    ('SUGGESTION_REFUSED', '2000-01-01', 3, 'Frith''s suggestion'),
    ('CLOSED_QUICKLY', '2000-01-01', 2, 'Frith''s suggestion'),
    ('REPEAT', '2000-01-01', 2, 'Frith''s suggestion, after HMICFRS 2024: harassment is missed where reports are read one at a time'),
    ('HARMED', '2000-01-01', 2, 'Frith''s suggestion'),
    ('WRITTEN_OFF', '2000-01-01', 2, 'Frith''s suggestion');

create table integrity.sample (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    title text not null check (length(title) between 3 and 100),
    kind text not null check (kind in ('RANDOM', 'RISK')),
    spread text not null check (spread in ('NONE', 'TEAM', 'CATEGORY')),
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    team_id uuid references identity.team,
    category text check (category in ('PERSONAL', 'NUISANCE', 'ENVIRONMENTAL', 'NOT_ASB')),
    wanted integer not null check (wanted between 1 and 2000),
    seed bigint not null default integrity.chance(),
    method text not null check (method <> ''),
    frame_size integer not null check (frame_size between 1 and 100000),
    frame_digest bytea not null check (length(frame_digest) = 32),
    drawn_at timestamptz not null,
    drawn_by uuid not null references identity.account,
    state text not null default 'READING' check (state in ('READING', 'CLOSED')),
    closed_at timestamptz,
    closed_by uuid references identity.account,
    check ((state = 'CLOSED') = (closed_at is not null and closed_by is not null))
);
create index sample_of_organisation on integrity.sample (organisation_id, drawn_at desc);
create trigger keep_former_version after update or delete on integrity.sample
    for each row execute function audit.keep_former_version();

-- Everything that could have been drawn, with what it stood as on the day: the draw can be repeated and weighed for ever.
create table integrity.frame (
    sample_id uuid not null references integrity.sample,
    incident_id uuid not null references recording.incident,
    organisation_id uuid not null references identity.organisation,
    stratum text not null,
    weight double precision not null check (weight > 0),
    probability double precision not null check (probability > 0 and probability <= 1),
    category text not null check (category in ('PERSONAL', 'NUISANCE', 'ENVIRONMENTAL', 'NOT_ASB')),
    opening_category text not null check (opening_category in ('PERSONAL', 'NUISANCE', 'ENVIRONMENTAL', 'NOT_ASB')),
    team_id uuid references identity.team,
    reported_at timestamptz not null,
    risks text[] not null,
    primary key (sample_id, incident_id)
);

-- What was drawn, in the order in which it is read. It says nothing of how an incident was recorded.
create table integrity.item (
    id uuid primary key default uuidv7(),
    sample_id uuid not null references integrity.sample,
    organisation_id uuid not null references identity.organisation,
    number integer not null check (number > 0),
    incident_id uuid not null,
    unique (sample_id, number),
    unique (sample_id, incident_id),
    foreign key (sample_id, incident_id) references integrity.frame
);

-- One person's reading of one account. While it is in hand, the incident is hidden from that person everywhere else.
create table integrity.reading (
    id uuid primary key default uuidv7(),
    item_id uuid not null references integrity.item,
    sample_id uuid not null references integrity.sample,
    incident_id uuid not null references recording.incident,
    organisation_id uuid not null references identity.organisation,
    reader_id uuid not null references identity.account,
    state text not null check (state in ('IN_HAND', 'PUT_BACK', 'SAVED')),
    category text check (category in ('PERSONAL', 'NUISANCE', 'ENVIRONMENTAL', 'NOT_ASB')),
    remark text not null default '' check (length(remark) <= 5000),
    taken_at timestamptz not null default clock_timestamp(),
    saved_at timestamptz,
    blind boolean,
    unique (item_id, reader_id),
    check ((state = 'SAVED') = (saved_at is not null and blind is not null)),
    check (state <> 'SAVED' or category is not null)
);
create unique index one_in_hand on integrity.reading (reader_id) where state = 'IN_HAND';
create index reading_of_sample on integrity.reading (sample_id);
create trigger keep_former_version after update or delete on integrity.reading
    for each row execute function audit.keep_former_version();

-- The crimes that a reader expects in an account.
create table integrity.expected_crime (
    reading_id uuid not null references integrity.reading,
    number integer not null check (number between 1 and 20),
    sample_id uuid not null references integrity.sample,
    organisation_id uuid not null references identity.organisation,
    reader_id uuid not null references identity.account,
    class_code text not null check (class_code ~ '^[0-9A-Z/]{1,10}$'),
    class_name text not null check (class_name <> ''),
    victims integer not null check (victims between 1 and 1000),
    words text not null check (length(words) <= 500),
    primary key (reading_id, number),
    unique (reading_id, class_code)
);

-- Whether a reading was blind is for the database to say: its reader had never opened the incident's page before.
create function integrity.judge_blindness() returns trigger
    volatile security definer language plpgsql set search_path = '' as $$
begin
    if new.state = 'SAVED' and old.state <> 'SAVED' then
        new.blind := not exists (
            select 1 from audit.entry e
            where e.actor = new.reader_id and e.subject = 'incident' and new.incident_id::text = any (e.ids));
    end if;
    return new;
end $$;
create trigger judge_blindness before update on integrity.reading
    for each row execute function integrity.judge_blindness();

create function integrity.in_my_hands() returns uuid[]
    stable security definer language sql set search_path = '' as $$
    select coalesce(array_agg(r.incident_id), '{}')
    from integrity.reading r join integrity.sample s on s.id = r.sample_id and s.state = 'READING'
    where r.reader_id = identity.me() and r.state = 'IN_HAND'
$$;

create function integrity.my_reading() returns uuid
    stable security definer language sql set search_path = '' as $$
    select r.id from integrity.reading r join integrity.sample s on s.id = r.sample_id and s.state = 'READING'
    where r.reader_id = identity.me() and r.state = 'IN_HAND'
$$;

create function integrity.closed_samples() returns uuid[]
    stable security definer language sql set search_path = '' as $$
    select coalesce(array_agg(s.id), '{}') from integrity.sample s
    where s.state = 'CLOSED' and s.organisation_id = any (identity.my_organisations())
$$;

-- Where each item of a sample stands for whoever asks: FREE, MINE (being read by me), READ_BY_ME, READ, BEING_READ or
-- OWN_WORK, which is nobody's to judge themselves.
create function integrity.queue(of_sample uuid) returns table (item_id uuid, number integer, standing text)
    stable security definer language sql set search_path = '' as $$
    select i.id, i.number,
        case
            when exists (select 1 from integrity.reading r
                         where r.item_id = i.id and r.reader_id = identity.me() and r.state = 'SAVED') then 'READ_BY_ME'
            when exists (select 1 from integrity.reading r
                         where r.item_id = i.id and r.reader_id = identity.me() and r.state = 'IN_HAND') then 'MINE'
            when exists (select 1 from recording.handling h where h.incident_id = i.incident_id
                         and identity.me() in (h.owner_id, h.taken_by, h.crime_checked_by, h.closed_by))
              or exists (select 1 from recording.crime c
                         where c.incident_id = i.incident_id and c.recorded_by = identity.me())
              or exists (select 1 from recording.suggestion g
                         where g.incident_id = i.incident_id and g.decided_by = identity.me()) then 'OWN_WORK'
            when exists (select 1 from integrity.reading r where r.item_id = i.id and r.state = 'SAVED') then 'READ'
            when exists (select 1 from integrity.reading r where r.item_id = i.id and r.state = 'IN_HAND') then 'BEING_READ'
            else 'FREE'
        end
    from integrity.item i
    where i.sample_id = of_sample and i.organisation_id = any ((select identity.my_organisations())::uuid[])
      and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))
    order by i.number
$$;

-- Takes an item into the asker's hands and puts back what they held; false when it isn't theirs to read.
create function integrity.take_up(chosen_item uuid) returns boolean
    volatile security definer language plpgsql set search_path = '' as $$
declare
    chosen integrity.item;
    standing_now text;
begin
    select i.* into chosen
        from integrity.item i join integrity.sample s on s.id = i.sample_id
        where i.id = chosen_item and s.state = 'READING' and i.organisation_id = any (identity.my_organisations());
    if not found then
        return false;
    end if;
    select q.standing into standing_now from integrity.queue(chosen.sample_id) q where q.item_id = chosen_item;
    if standing_now is null or standing_now in ('OWN_WORK', 'READ_BY_ME') then
        return false;
    end if;
    update integrity.reading r set state = 'PUT_BACK'
        where r.reader_id = identity.me() and r.state = 'IN_HAND' and r.item_id <> chosen_item;
    insert into integrity.reading (item_id, sample_id, incident_id, organisation_id, reader_id, state)
        values (chosen.id, chosen.sample_id, chosen.incident_id, chosen.organisation_id, identity.me(), 'IN_HAND')
        on conflict (item_id, reader_id) do update set state = 'IN_HAND', taken_at = clock_timestamp()
            where reading.state = 'PUT_BACK';
    return true;
end $$;

-- The account that is in the asker's hands, and nothing of what was made of it.
create function integrity.account_in_hand() returns table (
        item_id uuid, reported_at timestamptz, occurred_from timestamptz, occurred_to timestamptz, location text,
        channel text, account text)
    stable security definer language sql set search_path = '' as $$
    select r.item_id, i.reported_at, i.occurred_from, i.occurred_to, i.location, i.channel, i.text
    from integrity.reading r join integrity.sample s on s.id = r.sample_id and s.state = 'READING'
    join recording.incident i on i.id = r.incident_id
    where r.reader_id = identity.me() and r.state = 'IN_HAND'
$$;

-- How far each sample is, for those who may read samples; it tells what was read by number alone.
create function integrity.progress() returns table (sample_id uuid, items bigint, read bigint)
    stable security definer language sql set search_path = '' as $$
    select i.sample_id, count(*), count(*) filter (where exists (
        select 1 from integrity.reading r where r.item_id = i.id and r.state = 'SAVED'))
    from integrity.item i
    where i.organisation_id = any ((select identity.my_organisations())::uuid[])
      and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))
    group by i.sample_id
$$;

revoke execute on function integrity.chance(), integrity.judge_blindness(), integrity.in_my_hands(), integrity.my_reading(),
    integrity.closed_samples(), integrity.queue(uuid), integrity.take_up(uuid), integrity.account_in_hand(),
    integrity.progress() from public;
grant execute on function integrity.chance(), integrity.in_my_hands(), integrity.my_reading(), integrity.closed_samples(),
    integrity.queue(uuid), integrity.take_up(uuid), integrity.account_in_hand(), integrity.progress() to frith_app;

-- The second wall. Who may draw and read samples is a matter of role; what others found shows when the sample is closed.
alter table integrity.risk_weight enable row level security;
alter table integrity.sample enable row level security;
alter table integrity.frame enable row level security;
alter table integrity.item enable row level security;
alter table integrity.reading enable row level security;
alter table integrity.expected_crime enable row level security;

create policy shipped_and_own on integrity.risk_weight for select to frith_app
    using (organisation_id is null or organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy registrars_set on integrity.risk_weight for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
                and (select identity.i_have_role('{CRIME_REGISTRAR}')));
create policy auditors_of_recording on integrity.sample to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy drawn on integrity.frame for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))
           and sample_id <> all ((select integrity.closed_samples())::uuid[]));
create policy shown_when_closed on integrity.frame for select to frith_app
    using (sample_id = any ((select integrity.closed_samples())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy auditors_of_recording on integrity.item for select to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}')));
create policy drawn on integrity.item for insert to frith_app
    with check (organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))
           and sample_id <> all ((select integrity.closed_samples())::uuid[]));
create policy own_or_closed on integrity.reading for select to frith_app
    using (reader_id = (select identity.me())
           or (sample_id = any ((select integrity.closed_samples())::uuid[])
               and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))));
create policy own_in_hand on integrity.reading for update to frith_app
    using (reader_id = (select identity.me()) and state = 'IN_HAND')
    with check (reader_id = (select identity.me())
                and (state = 'PUT_BACK' or sample_id <> all ((select integrity.closed_samples())::uuid[])));
create policy own_or_closed on integrity.expected_crime for select to frith_app
    using (reader_id = (select identity.me())
           or (sample_id = any ((select integrity.closed_samples())::uuid[])
               and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))));
create policy own_in_hand on integrity.expected_crime for insert to frith_app
    with check (reader_id = (select identity.me()) and reading_id = (select integrity.my_reading())
                and organisation_id = any ((select identity.my_organisations())::uuid[]));
create policy taken_back on integrity.expected_crime for delete to frith_app
    using (reader_id = (select identity.me()) and reading_id = (select integrity.my_reading()));

-- What somebody holds to read blind isn't there for them on any other page, whatever asks: the incident and all of it.
create policy not_while_it_is_read_blind on recording.incident as restrictive for select to frith_app
    using (id <> all ((select integrity.in_my_hands())::uuid[]));
do $$
declare
    t text;
begin
    foreach t in array array['handling', 'person', 'evidence', 'crime', 'suggestion', 'remark', 'note', 'link'] loop
        execute format('create policy not_while_it_is_read_blind on recording.%I as restrictive for select to frith_app
            using (incident_id <> all ((select integrity.in_my_hands())::uuid[]))', t);
    end loop;
end $$;

grant usage on schema integrity to frith_app;
grant select on integrity.risk, integrity.risk_weight, integrity.sample, integrity.frame, integrity.item, integrity.reading,
    integrity.expected_crime to frith_app;
grant insert on integrity.risk_weight, integrity.frame, integrity.item, integrity.expected_crime to frith_app;
grant insert (organisation_id, title, kind, spread, first_day, last_day, team_id, category, wanted, method, frame_size,
              frame_digest, drawn_at, drawn_by) on integrity.sample to frith_app;
grant update (state, closed_at, closed_by) on integrity.sample to frith_app;
grant update (state, category, remark, saved_at) on integrity.reading to frith_app;
grant delete on integrity.expected_crime to frith_app;
