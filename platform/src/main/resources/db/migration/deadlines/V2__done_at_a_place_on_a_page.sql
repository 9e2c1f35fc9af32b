-- A duty may be done at a place on a page, which its path ends with after a number sign.
alter table deadlines.deadline
    drop constraint deadline_path_check,
    add constraint deadline_path_check check (path ~ '^/[a-z0-9/-]+(#[a-z0-9-]+)?$');
