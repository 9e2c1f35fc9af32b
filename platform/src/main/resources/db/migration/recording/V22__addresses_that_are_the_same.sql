-- Addresses are compared as letters and digits, like numbers and names, so that people of one home are found.
alter table recording.person add column address_key text not null
    generated always as (lower(regexp_replace(address, '[^[:alnum:]]+', '', 'g'))) stored;
create index person_by_address on recording.person (organisation_id, address_key) where address_key <> '';

-- The category that an incident was opened with stays when somebody says later that it is of another kind.
alter table recording.handling
    add column opened_as text check (opened_as in ('PERSONAL', 'NUISANCE', 'ENVIRONMENTAL', 'NOT_ASB'));

create or replace view recording.dealt_with with (security_invoker = true) as
select i.id as incident_id, i.organisation_id, i.reference, i.reported_at,
       coalesce(h.opened_as, i.category, 'NOT_ASB') as opening_category,
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
