-- Somebody can tell what happens by a text message.
insert into recording.channel values ('TEXT');
