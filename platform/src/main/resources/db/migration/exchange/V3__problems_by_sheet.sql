-- A partner whose system sends nothing hands over a list: what it was told comes in by a sheet, and counts as what comes by key.
alter table exchange.problem
    alter column key_id drop not null,
    add column file_id uuid references sheets.file,
    add check ((key_id is null) <> (file_id is null));
create index problem_of_file on exchange.problem (file_id) where file_id is not null;

insert into sheets.kind values
    ('PARTNER_PROBLEMS', 'Told to partners', '/oversight/told-elsewhere', '{SUPERVISOR,CRIME_REGISTRAR}');
