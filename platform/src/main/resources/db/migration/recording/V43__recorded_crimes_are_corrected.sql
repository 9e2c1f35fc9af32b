-- How a recorded crime is corrected: another class or number of victims, or cancelled, each with its reason. What it was
-- before stays in its history, and so does the moment it was recorded.

alter table recording.crime
    -- Home Office Crime Recording Rules, April 2026, Cancellations: C1 to C5.
    add column cancelled text
        check (cancelled in ('TRANSFERRED', 'NO_CRIME', 'DUPLICATE', 'ERROR', 'SELF_DEFENCE')),
    -- Under which reference another force, or the record that this one repeats, has it.
    add column elsewhere text check (length(elsewhere) between 1 and 100),
    add column victims_told boolean not null default false,
    add column correction text check (length(correction) between 10 and 2000),
    add column corrected_at timestamptz,
    add column corrected_by uuid references identity.account,
    add check ((correction is null) = (corrected_at is null) and (correction is null) = (corrected_by is null)),
    add check (cancelled is null or correction is not null),
    add check (coalesce(cancelled in ('TRANSFERRED', 'DUPLICATE'), false) = (elsewhere is not null)),
    add check (cancelled in ('DUPLICATE', 'ERROR') or victims_told = (cancelled is not null)),
    add check (cancelled <> 'SELF_DEFENCE' or class_code in ('8N', '104', '105A')),
    -- C2 to C5 are decided by somebody who is independent of the investigation.
    add check (cancelled = 'TRANSFERRED' or corrected_by <> recorded_by);

-- The crime registrar or, for a designated decision maker, a supervisor decides on the class and on whether it stands.
create function recording.only_deciders_reclassify() returns trigger
    language plpgsql set search_path = '' as $$
begin
    if not identity.i_have_role('{SUPERVISOR,CRIME_REGISTRAR}') then
        raise insufficient_privilege using message = 'only a supervisor or the crime registrar decides on a recorded crime';
    end if;
    return new;
end $$;
create trigger only_deciders_reclassify before update on recording.crime for each row
    when ((old.class_code, old.cancelled) is distinct from (new.class_code, new.cancelled))
    execute function recording.only_deciders_reclassify();
grant update (class_code, class_name, victims, cancelled, elsewhere, victims_told, correction, corrected_at, corrected_by)
    on recording.crime to frith_app;

-- A cancelled crime counts nowhere, and the suggestion that it came from isn't a recorded one.
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
       (select count(*) from recording.crime c where c.incident_id = i.id and c.cancelled is null) as crimes,
       (select count(*) from recording.suggestion s where s.incident_id = i.id and s.state = 'REFUSED') as refused,
       (select count(*) from recording.suggestion s where s.incident_id = i.id and s.state = 'OPEN') as undecided
from recording.incident i
join recording.handling h on h.incident_id = i.id
left join identity.account o on o.id = h.owner_id
left join identity.account t on t.id = h.taken_by;

create or replace view recording.recorded_crime with (security_invoker = true) as
select c.id, c.incident_id, c.organisation_id, c.class_code, c.class_name, c.victims, c.recorded_at, c.recorded_by
from recording.crime c where c.cancelled is null;

create or replace view recording.suggested_crime with (security_invoker = true) as
select s.id, s.incident_id, s.organisation_id, s.class_code, s.class_name, s.victims,
       case when c.cancelled is null then s.state else 'CANCELLED' end as state, s.decided_at, s.decided_by
from recording.suggestion s left join recording.crime c on c.id = s.crime_id;
