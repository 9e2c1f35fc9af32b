-- A draft that is open twice never loses what one of the two windows holds: each says which version it saw, and who it is.
-- What was asked stays known, and when another system first heard of it.

alter table calls.draft
    add column version integer not null default 1 check (version > 0),
    add column tab text not null default '' check (length(tab) <= 40),
    add column turn bigint not null default 0,
    add column asked text not null default '' check (length(asked) <= 4000),
    add column reported text not null default '' check (length(reported) <= 40);

grant update (version, tab, turn, asked, reported) on calls.draft to frith_app;
