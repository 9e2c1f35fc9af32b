-- Crimes of some days are held against an export of the crime system without reading all others.
create index crime_by_time on recording.crime (organisation_id, recorded_at);
