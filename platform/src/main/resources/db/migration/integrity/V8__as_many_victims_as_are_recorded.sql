-- A reading expects no more victims of a class than recording takes; what was saved before stays as it was read.

alter table integrity.expected_crime add check (victims <= 99) not valid;
