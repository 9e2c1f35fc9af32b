-- Some duties can't wait for the order of their ends: where somebody may be in danger, it comes before all that is late.
-- 1: at once, 2: with priority, 3: in the order of their ends.
alter table deadlines.kind add column urgency integer not null default 3 check (urgency between 1 and 3);
