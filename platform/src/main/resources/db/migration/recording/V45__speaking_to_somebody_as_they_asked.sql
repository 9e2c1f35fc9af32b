-- Whoever said how they can be reached safely is spoken to in that way, or not at all.
update deadlines.kind set title = 'Speak to everybody affected, in the way that they asked for' where code = 'SPEAK_TO_AFFECTED';
