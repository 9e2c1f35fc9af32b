-- A place can be picked on a map, as a point of the national grid; what happens at a code can be going on at the moment at
-- which it was read.
alter table portal.answer drop constraint answer_field_check;
alter table portal.answer add constraint answer_field_check check (field in ('who', 'what', 'when', 'day', 'month', 'year',
    'time', 'where', 'postcode', 'point', 'place', 'ward', 'force', 'harm', 'contact', 'name', 'phone', 'email', 'safe',
    'other', 'otherKnows', 'wishes', 'speak', 'scanned', 'now'));
