-- Whoever is said to have done it may be vulnerable, too; that is no harm that the report tells of.

create or replace view recording.dealt_with with (security_invoker = true) as
select i.id as incident_id, i.organisation_id, i.reference, i.reported_at,
       coalesce(h.opened_as, i.category, 'NOT_ASB') as opening_category,
       case when h.state = 'CLOSED' then coalesce(h.closing_category, 'NOT_ASB')
            else coalesce(i.category, 'NOT_ASB') end as category,
       coalesce(h.team_id, o.team_id, t.team_id) as team_id,
       h.owner_id, h.taken_by, h.crime_checked_by, h.closed_by, h.opened_at, h.closed_at, h.closing, h.repeat,
       h.immediate_danger or exists (select 1 from recording.remark r where r.incident_id = i.id
           and (r.kind in ('exploitation', 'impact')
                or r.kind = 'vulnerability' and not starts_with(r.what, 'suspect: '))) as harmed,
       exists (select 1 from recording.remark r where r.incident_id = i.id and r.kind = 'writeoff') as written_off,
       (select count(*) from recording.crime c where c.incident_id = i.id and c.cancelled is null) as crimes,
       (select count(*) from recording.suggestion s where s.incident_id = i.id and s.state = 'REFUSED') as refused,
       (select count(*) from recording.suggestion s where s.incident_id = i.id and s.state = 'OPEN') as undecided
from recording.incident i
join recording.handling h on h.incident_id = i.id
left join identity.account o on o.id = h.owner_id
left join identity.account t on t.id = h.taken_by;
