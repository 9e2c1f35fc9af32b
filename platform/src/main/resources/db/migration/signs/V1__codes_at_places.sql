-- Codes on gates, stiles and bus shelters: each knows its place and its questions, counts how it is used, and tells what
-- happened since.

create table signs.sign (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references identity.organisation,
    code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    name text not null check (length(name) between 1 and 120),
    kind text not null check (kind in ('GATE', 'STILE', 'BUS_SHELTER', 'PARK', 'STAIRS', 'SHOP', 'OTHER')),
    place text not null check (length(place) between 1 and 300),
    grid_reference text check (grid_reference ~ '^[A-Z]{2}[0-9]{4,10}$'),
    lsoa_code text check (lsoa_code ~ '^[A-Z0-9]{1,20}$'),
    state text not null default 'UP' check (state in ('UP', 'DOWN')),
    made_at timestamptz not null default clock_timestamp(),
    made_by uuid not null references identity.account
);
create index sign_of_organisation on signs.sign (organisation_id, name);
create trigger keep_former_version after update or delete on signs.sign
    for each row execute function audit.keep_former_version();

create table signs.question (
    sign_id uuid not null references signs.sign,
    number integer not null check (number between 1 and 5),
    text text not null check (length(text) between 1 and 200),
    primary key (sign_id, number)
);

-- Answers without anything of whoever gave them: a number from one to five, or words.
create table signs.answer (
    sign_id uuid not null,
    number integer not null,
    answered_at timestamptz not null default clock_timestamp(),
    id uuid primary key default uuidv7(),
    score integer check (score between 1 and 5),
    words text check (length(words) between 1 and 1000),
    foreign key (sign_id, number) references signs.question,
    check ((score is null) <> (words is null))
);
create index answer_of_sign on signs.answer (sign_id, number, answered_at);

-- How often a code was read, by the hour: nothing of who read it.
create table signs.scan (
    sign_id uuid not null references signs.sign,
    hour timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
    count integer not null check (count > 0),
    primary key (sign_id, hour)
);

-- Somebody says that the code is damaged, covered or in the wrong place.
create table signs.damage (
    id uuid primary key default uuidv7(),
    sign_id uuid not null references signs.sign,
    told_at timestamptz not null default clock_timestamp(),
    mended_at timestamptz,
    mended_by uuid references identity.account,
    check ((mended_at is null) = (mended_by is null))
);
create index damage_open on signs.damage (sign_id) where mended_at is null;

-- What was done at the place, for everybody who reads the code.
create table signs.news (
    id uuid primary key default uuidv7(),
    sign_id uuid not null references signs.sign,
    text text not null check (length(text) between 1 and 1000),
    written_at timestamptz not null default clock_timestamp(),
    written_by uuid not null references identity.account
);
create index news_of_sign on signs.news (sign_id, written_at desc);

-- What everybody sees who reads a code: one that is up. Reading counts.
create function signs.read(code text) returns table (
        id uuid, name text, kind text, place text, organisation text, reports bigint)
    volatile security definer language plpgsql set search_path = '' as $$
begin
    insert into signs.scan (sign_id, hour, count)
        select s.id, date_trunc('hour', clock_timestamp(), 'UTC'), 1 from signs.sign s
        where s.code = read.code and s.state = 'UP'
        on conflict (sign_id, hour) do update set count = least(signs.scan.count + 1, 2000000000);
    return query
        select s.id, s.name, s.kind, s.place, o.name,
               (select count(*) from portal.report r
                where r.sign_id = s.id and r.sent_at > clock_timestamp() - interval '90 days')
        from signs.sign s join identity.organisation o on o.id = s.organisation_id
        where s.code = read.code and s.state = 'UP';
end $$;

create function signs.questions(code text) returns table (number integer, text text)
    stable security definer language sql set search_path = '' as $$
    select q.number, q.text from signs.question q join signs.sign s on s.id = q.sign_id
    where s.code = questions.code and s.state = 'UP' order by q.number
$$;

create function signs.news_at(code text) returns table (written_at timestamptz, text text)
    stable security definer language sql set search_path = '' as $$
    select n.written_at, n.text from signs.news n join signs.sign s on s.id = n.sign_id
    where s.code = news_at.code and s.state = 'UP' order by n.written_at desc limit 10
$$;

-- Answers a survey. A sign takes at most three hundred answers an hour, so that a flood doesn't drown what others said.
create function signs.tell(code text, number integer, score integer, words text) returns boolean
    volatile security definer language plpgsql set search_path = '' as $$
declare
    spot_id uuid;
begin
    select s.id into spot_id from signs.sign s join signs.question q on q.sign_id = s.id
        where s.code = tell.code and s.state = 'UP' and q.number = tell.number;
    if spot_id is null or (select count(*) from signs.answer a
                      where a.sign_id = spot_id and a.answered_at > clock_timestamp() - interval '1 hour') >= 300 then
        return false;
    end if;
    insert into signs.answer (sign_id, number, score, words) values (spot_id, tell.number, tell.score, tell.words);
    return true;
end $$;

-- The code is damaged: noted once until it is mended, however many say so.
create function signs.is_damaged(code text) returns boolean
    volatile security definer language plpgsql set search_path = '' as $$
begin
    insert into signs.damage (sign_id)
        select s.id from signs.sign s where s.code = is_damaged.code
            and not exists (select 1 from signs.damage d where d.sign_id = s.id and d.mended_at is null);
    return exists (select 1 from signs.sign s where s.code = is_damaged.code);
end $$;

-- The spot of a sign, for a report that begins there.
create function signs.spot(code text) returns table (id uuid, place text, lsoa_code text, organisation_id uuid)
    stable security definer language sql set search_path = '' as $$
    select s.id, s.name || ', ' || s.place, s.lsoa_code, s.organisation_id from signs.sign s
    where (s.code = spot.code or s.id::text = spot.code) and s.state = 'UP'
$$;

do $$
declare
    t text;
begin
    foreach t in array array['sign', 'question', 'answer', 'scan', 'damage', 'news'] loop
        execute format('alter table signs.%I enable row level security', t);
    end loop;
    foreach t in array array['question', 'answer', 'scan', 'damage', 'news'] loop
        execute format('create policy of_sign on signs.%I to frith_app
            using (sign_id in (select s.id from signs.sign s)) with check (sign_id in (select s.id from signs.sign s))', t);
    end loop;
end $$;
create policy own_organisation on signs.sign to frith_app
    using (organisation_id = any ((select identity.my_organisations())::uuid[]))
    with check (organisation_id = any ((select identity.my_organisations())::uuid[]));

grant usage on schema signs to frith_app;
grant select on signs.sign, signs.question, signs.answer, signs.scan, signs.damage, signs.news to frith_app;
grant insert (organisation_id, code, name, kind, place, grid_reference, lsoa_code, made_by), update (state)
    on signs.sign to frith_app;
grant insert on signs.question to frith_app;
grant update (mended_at, mended_by) on signs.damage to frith_app;
grant insert (sign_id, text, written_by) on signs.news to frith_app;
revoke execute on all functions in schema signs from public;
grant execute on function signs.read(text), signs.questions(text), signs.news_at(text),
    signs.tell(text, integer, integer, text), signs.is_damaged(text), signs.spot(text) to frith_app;
