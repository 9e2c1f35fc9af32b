-- A draft keeps what was answered to the questions that later chapters ask at first contact, as number=option with blanks between.

alter table calls.draft add column answers text not null default '' check (length(answers) <= 1000);
grant update (answers) on calls.draft to frith_app;
