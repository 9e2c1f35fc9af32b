-- What an audit of recording reads: how each incident was dealt with, its crimes, and the crimes that were suggested.

-- An incident as it is dealt with. The category is the one it was closed with, and while it is open the one it opened with.
create view recording.dealt_with with (security_invoker = true) as
select i.id as incident_id, i.organisation_id, i.reference, i.reported_at,
       coalesce(i.category, 'NOT_ASB') as opening_category,
       case when h.state = 'CLOSED' then coalesce(h.closing_category, 'NOT_ASB')
            else coalesce(i.category, 'NOT_ASB') end as category,
       coalesce(h.team_id, o.team_id, t.team_id) as team_id,
       h.owner_id, h.taken_by, h.crime_checked_by, h.closed_by, h.opened_at, h.closed_at, h.closing, h.repeat,
       h.immediate_danger or exists (select 1 from recording.remark r where r.incident_id = i.id
           and r.kind in ('vulnerability', 'exploitation', 'impact')) as harmed,
       exists (select 1 from recording.remark r where r.incident_id = i.id and r.kind = 'writeoff') as written_off,
       (select count(*) from recording.crime c where c.incident_id = i.id) as crimes,
       (select count(*) from recording.suggestion s where s.incident_id = i.id and s.state = 'REFUSED') as refused,
       (select count(*) from recording.suggestion s where s.incident_id = i.id and s.state = 'OPEN') as undecided
from recording.incident i
join recording.handling h on h.incident_id = i.id
left join identity.account o on o.id = h.owner_id
left join identity.account t on t.id = h.taken_by;

create view recording.recorded_crime with (security_invoker = true) as
select c.id, c.incident_id, c.organisation_id, c.class_code, c.class_name, c.victims, c.recorded_at, c.recorded_by
from recording.crime c;

create view recording.suggested_crime with (security_invoker = true) as
select s.id, s.incident_id, s.organisation_id, s.class_code, s.class_name, s.victims, s.state, s.decided_at, s.decided_by
from recording.suggestion s;

grant select on recording.dealt_with, recording.recorded_crime, recording.suggested_crime to frith_app;
