-- Whom a crime was done to stands on the crime itself, so that it is corrected with its reason and its history keeps whom
-- it named before.

alter table recording.crime add column to_whom uuid[] not null default '{}';
alter table recording.crime disable trigger keep_former_version;
update recording.crime c set to_whom = array(
    select v.person_id from recording.crime_victim v where v.crime_id = c.id order by v.person_id);
alter table recording.crime enable trigger keep_former_version;
alter table recording.crime add check (cardinality(to_whom) <= victims);
drop table recording.crime_victim;

create function recording.victims_are_of_the_incident() returns trigger
    language plpgsql set search_path = '' as $$
begin
    if exists (select 1 from unnest(new.to_whom) as w (id) where not exists (
            select 1 from recording.person p where p.id = w.id and p.incident_id = new.incident_id)) then
        raise check_violation using message = 'a crime is done to people of its incident';
    end if;
    return new;
end $$;
create trigger victims_are_of_the_incident before insert or update of to_whom on recording.crime
    for each row execute function recording.victims_are_of_the_incident();
grant update (to_whom) on recording.crime to frith_app;
