-- Of some places no more is known than the ward or the district: enough to say whose the incident is.
alter table recording.incident
    add column area_code text check (area_code ~ '^[A-Z][0-9]{8}$'),
    add check (lsoa_code is null or area_code is null);
grant update (area_code) on recording.incident to frith_app;
