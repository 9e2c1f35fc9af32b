-- What was told in a chat is taken down in the same draft as a call, and stays known as a chat.

alter table calls.draft add column way text not null default 'CALL' check (way in ('CALL', 'CHAT'));
