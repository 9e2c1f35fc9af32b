-- Open data as it was published: every version of every file, its rows, what was refused, and counts made while reading.

-- Grows by one with each import that changed anything; its row is locked until that import commits, so that a figure
-- computed at a version is the same for ever.
create table intake.data_version (
    only_row boolean primary key default true check (only_row),
    latest bigint not null check (latest >= 0)
);
insert into intake.data_version (latest) values (0);

create sequence intake.file_version_id as bigint;

create table intake.file_version (
    id bigint primary key default nextval('intake.file_version_id'),
    kind text not null check (kind in ('STREET', 'STOP_SEARCH')),
    series text not null check (series ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(series) <= 60),
    month date not null check (extract(day from month) = 1 and month >= date '2000-01-01'),
    file text not null check (file <> '' and length(file) <= 4096),
    sha256 bytea not null check (length(sha256) = 32),
    bytes bigint not null check (bytes >= 0),
    whole_force boolean not null,
    force_name text not null,
    rows bigint not null,
    asb_rows bigint not null check (asb_rows between 0 and stored),
    asb_with_crime_id bigint not null check (asb_with_crime_id between 0 and asb_rows),
    asb_identical_repeats bigint not null check (asb_identical_repeats between 0 and asb_rows),
    no_coordinates bigint not null check (no_coordinates between 0 and stored),
    no_lsoa bigint not null check (no_lsoa between 0 and stored),
    repeated_crime_ids bigint not null check (repeated_crime_ids between 0 and stored),
    distinct_lsoa bigint not null check (distinct_lsoa between 0 and stored),
    distinct_crime_types bigint not null check (distinct_crime_types between 0 and stored),
    utf8_bom boolean not null,
    crlf boolean not null,
    month_written text check (month_written <> ''),
    stored bigint not null check (stored >= 0),
    refused bigint not null check (refused >= 0),
    refused_kept bigint not null check (refused_kept between 0 and refused),
    imported_in bigint not null check (imported_in > 0),
    replaced_in bigint,
    imported_at timestamptz not null default clock_timestamp(),
    check (rows = stored + refused),
    check (replaced_in > imported_in)
);
create unique index one_current_version on intake.file_version (kind, series, month) where replaced_in is null;

-- The rows, in the columns of the file. Written in bulk and read by version, so the only index is one that costs next to
-- nothing; the version isn't a foreign key because that would check every row.
create table intake.street_record (
    version_id bigint not null,
    line bigint not null,
    crime_id text,
    month date not null,
    reported_by text,
    falls_within text,
    longitude double precision check (longitude between -180 and 180),
    latitude double precision check (latitude between -90 and 90),
    location text,
    lsoa_code text,
    lsoa_name text,
    crime_type text not null check (crime_type <> ''),
    last_outcome text,
    context text
);
create index street_record_by_version on intake.street_record using brin (version_id);

create table intake.stop_search_record (
    version_id bigint not null,
    line bigint not null,
    type text not null check (type <> ''),
    searched_at timestamptz not null,
    part_of_operation text,
    operation text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    gender text,
    age_range text,
    self_defined_ethnicity text,
    officer_defined_ethnicity text,
    legislation text,
    object_of_search text,
    outcome text,
    outcome_linked text,
    removal_of_clothing text
);
create index stop_search_record_by_version on intake.stop_search_record using brin (version_id);

-- How many rows each area has, by crime type: two arrays side by side, ordered by code, the empty code for rows without
-- one. A file has some five thousand pairs of area and type; as rows of their own they would cost more to store than the
-- file's rows do.
create table intake.street_count (
    version_id bigint not null references intake.file_version,
    crime_type text not null check (crime_type <> ''),
    lsoa_codes text[] not null check (array_position(lsoa_codes, null) is null),
    incidents bigint[] not null check (0 < all (incidents)),
    primary key (version_id, crime_type),
    check (cardinality(lsoa_codes) = cardinality(incidents) and cardinality(incidents) > 0)
);

-- What was not stored, and why.
create table intake.refused_row (
    version_id bigint not null references intake.file_version,
    line bigint not null check (line > 0),
    field text not null,
    value text not null check (length(value) <= 200),
    reason text not null check (reason <> '')
);
create index refused_row_by_version on intake.refused_row (version_id, line);

grant usage on schema intake to frith_app;
grant usage on sequence intake.file_version_id to frith_app;
grant select, update (latest) on intake.data_version to frith_app;
grant select, insert on intake.file_version, intake.street_record, intake.stop_search_record, intake.street_count,
    intake.refused_row to frith_app;
grant update (replaced_in) on intake.file_version to frith_app;
