-- What can wait stands below the other duties, however late it is.
-- 1: at once, 2: with priority, 3: in the order of their ends, 4 and 5: after those.
alter table deadlines.kind drop constraint kind_urgency_check,
    add constraint kind_urgency_check check (urgency between 1 and 5);
