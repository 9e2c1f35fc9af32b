-- A talk has many short lines; how much a reporter may write in a day is counted without them.
alter table dialogue.message add column in_a_talk boolean not null default false;
grant insert (in_a_talk) on dialogue.message to frith_app;
