-- Files that were sent through the browser and are taken in behind it: the job, what became of each of its files, and the
-- scheduler's own table, in the form that db-scheduler wants.

create table intake.job (
    id uuid primary key default uuidv7(),
    started_by uuid not null default identity.me() references identity.account,
    given_name text not null check (given_name <> '' and length(given_name) <= 200),
    stored_as text not null unique check (stored_as ~ '^[0-9a-f-]+\.upload$'),
    size bigint not null check (size >= 0),
    state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    rows bigint not null default 0 check (rows >= 0),
    refused bigint not null default 0 check (refused between 0 and rows),
    rows_per_second bigint not null default 0 check (rows_per_second >= 0),
    seconds_left bigint check (seconds_left >= 0),
    sentence text,
    created_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    check ((state in ('DONE', 'FAILED')) = (ended_at is not null))
);
create index job_by_age on intake.job (created_at desc);

-- A file of a job; when a job is run again, what was stored before stays so.
create table intake.job_file (
    job_id uuid not null references intake.job,
    label text not null check (label <> ''),
    outcome text not null check (outcome in ('STORED', 'UNCHANGED', 'LEFT_ALONE', 'FAILED')),
    version_id bigint references intake.file_version,
    rows bigint not null check (rows >= 0),
    refused bigint not null check (refused between 0 and rows),
    sentence text not null,
    primary key (job_id, label),
    check ((version_id is not null) = (outcome in ('STORED', 'UNCHANGED')))
);

create table intake.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_by_time on intake.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on intake.scheduled_task (last_heartbeat);

grant select, insert on intake.job, intake.job_file to frith_app;
grant update (state, rows, refused, rows_per_second, seconds_left, sentence, ended_at) on intake.job to frith_app;
grant update (outcome, version_id, rows, refused, sentence) on intake.job_file to frith_app;
grant select, insert, update, delete on intake.scheduled_task to frith_app;
