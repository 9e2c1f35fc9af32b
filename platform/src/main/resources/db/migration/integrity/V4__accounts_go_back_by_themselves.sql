-- An account that somebody holds goes back by itself, and its reader sees what the same people told before.

-- No session lives longer than this: whoever hasn't saved by then isn't reading any more, and sees the incident again.
create function integrity.longest_in_hand() returns interval
    immutable language sql set search_path = '' as $$ select interval '12 hours' $$;

create or replace function integrity.in_my_hands() returns uuid[]
    stable security definer language sql set search_path = '' as $$
    select coalesce(array_agg(r.incident_id), '{}')
    from integrity.reading r join integrity.sample s on s.id = r.sample_id and s.state = 'READING'
    where r.reader_id = (select identity.me()) and r.state = 'IN_HAND'
      and r.taken_at > clock_timestamp() - integrity.longest_in_hand()
$$;

create or replace function integrity.my_reading() returns uuid
    stable security definer language sql set search_path = '' as $$
    select r.id from integrity.reading r join integrity.sample s on s.id = r.sample_id and s.state = 'READING'
    where r.reader_id = (select identity.me()) and r.state = 'IN_HAND'
      and r.taken_at > clock_timestamp() - integrity.longest_in_hand()
$$;

create or replace function integrity.account_in_hand() returns table (
        item_id uuid, reported_at timestamptz, occurred_from timestamptz, occurred_to timestamptz, location text,
        channel text, account text)
    stable security definer language sql set search_path = '' as $$
    select r.item_id, i.reported_at, i.occurred_from, i.occurred_to, i.location, i.channel, i.text
    from integrity.reading r join recording.incident i on i.id = r.incident_id
    where r.id = (select integrity.my_reading())
$$;

-- What the caller or a victim of the account in hand told in the year before it, as accounts alone: a course of conduct
-- shows in them and not in one text.
create function integrity.told_before_in_hand() returns table (reported_at timestamptz, account text)
    stable security definer language sql set search_path = '' as $$
    select e.reported_at, e.text
    from integrity.reading r
    join recording.incident i on i.id = r.incident_id
    join recording.incident e on e.organisation_id = i.organisation_id and e.id <> i.id
         and e.reported_at < i.reported_at and e.reported_at >= i.reported_at - interval '1 year'
    where r.id = (select integrity.my_reading())
      and e.id in (
          select other.incident_id
          from recording.person mine
          join recording.person other on other.organisation_id = mine.organisation_id
               and ((other.phone_key <> '' and other.phone_key = mine.phone_key)
                    or (other.name_key <> '' and other.name_key = mine.name_key))
          where mine.incident_id = i.id and mine.part in ('CALLER', 'VICTIM') and other.part in ('CALLER', 'VICTIM'))
    order by e.reported_at desc, e.id
    limit 10
$$;

-- As before, but an account that went back by itself can be taken up again, by the one who had it, too.
create or replace function integrity.take_up(chosen_item uuid) returns boolean
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
        where r.reader_id = (select identity.me()) and r.state = 'IN_HAND' and r.item_id <> chosen_item;
    insert into integrity.reading (item_id, sample_id, incident_id, organisation_id, reader_id, state)
        values (chosen.id, chosen.sample_id, chosen.incident_id, chosen.organisation_id, identity.me(), 'IN_HAND')
        on conflict (item_id, reader_id) do update set state = 'IN_HAND', taken_at = clock_timestamp()
            where reading.state <> 'SAVED';
    return true;
end $$;

-- As before, but who asks is worked out once and not for each item.
create or replace function integrity.queue(of_sample uuid) returns table (item_id uuid, number integer, standing text)
    stable security definer language sql set search_path = '' as $$
    with asker as materialized (select identity.me() as id)
    select i.id, i.number,
        case
            when r.mine = 'SAVED' then 'READ_BY_ME'
            when r.mine = 'IN_HAND' then 'MINE'
            when a.id in (h.owner_id, h.taken_by, h.crime_checked_by, h.closed_by)
              or exists (select 1 from recording.crime c where c.incident_id = i.incident_id and c.recorded_by = a.id)
              or exists (select 1 from recording.suggestion g where g.incident_id = i.incident_id and g.decided_by = a.id)
                then 'OWN_WORK'
            when r.saved then 'READ'
            when r.in_hand then 'BEING_READ'
            else 'FREE'
        end
    from asker a
    cross join integrity.item i
    left join recording.handling h on h.incident_id = i.incident_id
    cross join lateral (
        select max(r.state) filter (where r.reader_id = a.id) as mine,
               coalesce(bool_or(r.state = 'SAVED'), false) as saved,
               coalesce(bool_or(r.state = 'IN_HAND'), false) as in_hand
        from integrity.reading r where r.item_id = i.id) r
    where i.sample_id = of_sample and i.organisation_id = any ((select identity.my_organisations())::uuid[])
      and (select identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}'))
    order by i.number
$$;

revoke execute on function integrity.longest_in_hand(), integrity.told_before_in_hand() from public;
grant execute on function integrity.told_before_in_hand() to frith_app;
