-- Areas of England and Wales and the open figures about them: each table as its files state it, what they add up to below.

create domain places.area_code as text check (value ~ '^[A-Z][0-9]{8}$');
create domain places.area_name as text check (value <> '' and length(value) <= 200);
create domain places.vintage as text check (value in ('LSOA_2011', 'LSOA_2021'));

-- A file that brought something; the digest is of its content with compression undone.
create table places.source (
    id bigint generated always as identity primary key,
    file text not null check (file <> ''),
    sha256 bytea not null check (length(sha256) = 32),
    dataset text not null check (dataset in ('LSOA_CHANGE', 'LSOA_2011_DISTRICT', 'LSOA_2021_WARD', 'DISTRICT_FORCE',
        'POPULATION_2011', 'CENSUS_2021', 'IMD_2019', 'IMD_2025', 'WIMD_2019', 'RURAL_URBAN_2011', 'RURAL_URBAN_2021',
        'CENTROID_2011', 'CENTROID_2021', 'POSTCODE_DIRECTORY', 'BOUNDARY_FORCE', 'BOUNDARY_DISTRICT', 'BOUNDARY_LSOA_2011',
        'BOUNDARY_LSOA_2021')),
    imported_at timestamptz not null default clock_timestamp(),
    rows bigint not null check (rows >= 0),
    stored bigint not null default 0 check (stored >= 0),
    replaced bigint not null default 0 check (replaced between 0 and stored),
    refused bigint not null default 0 check (refused >= 0),
    check (stored + refused <= rows)
);

create table places.refused_row (
    source_id bigint not null references places.source on delete cascade,
    line bigint not null check (line > 0),
    field text not null,
    value text not null check (length(value) <= 200),
    reason text not null check (reason <> ''),
    primary key (source_id, line)
);

-- Where a file's lines wait until all of them have been read; empty between two imports.
create unlogged table places.staged_row (
    line bigint not null, key text, field text, value text, reason text,
    c1 text, c2 text, c3 text, c4 text, c5 text, c6 text, c7 text, c8 text, c9 text, c10 text, c11 text, c12 text
);

-- What became of each LSOA of 2011 in 2021: unchanged, split, merged, or something that is neither.
create table places.lsoa_change (
    lsoa11 places.area_code, lsoa11_name places.area_name not null,
    change text not null check (change in ('U', 'S', 'M', 'X')),
    lsoa21 places.area_code, lsoa21_name places.area_name not null,
    district places.area_code not null, district_name places.area_name not null,
    source_id bigint not null references places.source,
    primary key (lsoa11, lsoa21)
);
create index lsoa_change_by_new_code on places.lsoa_change (lsoa21);

create table places.lsoa_2011_district (
    lsoa11 places.area_code primary key, lsoa11_name places.area_name not null,
    district places.area_code not null, district_name places.area_name not null,
    source_id bigint not null references places.source
);

create table places.lsoa_2021_ward (
    lsoa21 places.area_code primary key, lsoa21_name places.area_name not null,
    ward places.area_code not null, ward_name places.area_name not null,
    district places.area_code not null, district_name places.area_name not null,
    source_id bigint not null references places.source
);

-- A district can lie in several partnerships, and a partnership can hold several districts.
create table places.district_force (
    district places.area_code, district_name places.area_name not null,
    partnership places.area_code, partnership_name places.area_name not null,
    force places.area_code, force_name places.area_name not null,
    source_id bigint not null references places.source,
    primary key (district, partnership, force)
);

create table places.population (
    vintage places.vintage, code places.area_code,
    year smallint not null check (year between 1991 and 2100),
    residents integer not null check (residents >= 0),
    households integer check (households >= 0),
    age_0_15 integer check (age_0_15 >= 0), age_16_24 integer check (age_16_24 >= 0),
    age_25_44 integer check (age_25_44 >= 0), age_45_64 integer check (age_45_64 >= 0),
    age_65_plus integer check (age_65_plus >= 0),
    source_id bigint not null references places.source,
    primary key (vintage, code, year),
    check (age_0_15 + age_16_24 + age_25_44 + age_45_64 + age_65_plus = residents)
);

-- Decile 1 is the most deprived tenth. Indices of different countries or years can't be compared with each other.
create table places.deprivation (
    index text not null check (index in ('IMD_2019_ENGLAND', 'IMD_2025_ENGLAND', 'WIMD_2019_WALES')),
    vintage places.vintage not null, code places.area_code,
    decile smallint not null check (decile between 1 and 10),
    rank integer not null check (rank > 0),
    score numeric,
    income smallint not null check (income between 1 and 10),
    employment smallint not null check (employment between 1 and 10),
    education smallint not null check (education between 1 and 10),
    health smallint not null check (health between 1 and 10),
    crime smallint not null check (crime between 1 and 10),
    housing smallint not null check (housing between 1 and 10),
    environment smallint not null check (environment between 1 and 10),
    access smallint check (access between 1 and 10),
    source_id bigint not null references places.source,
    primary key (index, code),
    check ((index = 'IMD_2025_ENGLAND') = (vintage = 'LSOA_2021'))
);
create index deprivation_by_area on places.deprivation (vintage, code);

create table places.rural_urban (
    vintage places.vintage, code places.area_code,
    class_code text not null check (class_code <> ''), class text not null check (class <> ''),
    kind text not null check (kind in ('Rural', 'Urban')),
    source_id bigint not null references places.source,
    primary key (vintage, code)
);

create table places.centroid (
    vintage places.vintage, code places.area_code, name places.area_name not null,
    longitude double precision not null check (longitude between -10 and 4),
    latitude double precision not null check (latitude between 49 and 62),
    easting double precision not null check (easting between -300000 and 800000),
    northing double precision not null check (northing between -200000 and 1400000),
    area_km2 double precision not null check (area_km2 >= 0),
    source_id bigint not null references places.source,
    primary key (vintage, code)
);

-- Coordinates as GeoJSON's MultiPolygon has them: polygons, rings, positions of longitude and latitude in WGS 84.
create table places.boundary (
    kind text not null check (kind in ('FORCE', 'DISTRICT', 'LSOA_2011', 'LSOA_2021')),
    code places.area_code, name places.area_name not null,
    district_name text, partnership_name text,
    coordinates text not null check (coordinates is json array and coordinates like '[[[[%'),
    source_id bigint not null references places.source,
    primary key (kind, code)
);

-- Months are written yyyymm. A postcode that has ended stays, since older records name it.
create table places.postcode (
    postcode text primary key check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
    introduced integer not null check (introduced % 100 between 1 and 12),
    ended integer check (ended % 100 between 1 and 12),
    large_user boolean not null,
    easting integer check (easting between 0 and 700000), northing integer check (northing between 0 and 1300000),
    longitude double precision check (longitude between -10 and 4),
    latitude double precision check (latitude between 49 and 62),
    lsoa11 places.area_code, district places.area_code, ward places.area_code,
    source_id bigint not null references places.source,
    check (ended >= introduced),
    check ((easting is null) = (northing is null) and (longitude is null) = (latitude is null))
);
create index postcode_by_area on places.postcode (lsoa11);

-- Which state the tables are in, and which state the areas and neighbours below were made from.
create table places.state (
    single boolean primary key default true check (single),
    version bigint not null default 0 check (version >= 0),
    derived bigint not null default 0 check (derived between 0 and version)
);
insert into places.state default values;

-- Every area with what it lies in, made anew after each import that changed something.
create table places.area (
    kind text not null check (kind in ('FORCE', 'PARTNERSHIP', 'DISTRICT', 'WARD', 'LSOA_2011', 'LSOA_2021')),
    code places.area_code, name places.area_name not null,
    listed smallint not null check (listed between 1991 and 2100),
    ward places.area_code, district places.area_code, partnership places.area_code, force places.area_code,
    primary key (kind, code)
);
create index area_by_code on places.area (code);
create index area_by_name on places.area (lower(name) text_pattern_ops);
create index area_of_force on places.area (force, kind);
create index area_of_district on places.area (district, kind);
create index area_of_ward on places.area (ward, kind);
create index area_of_partnership on places.area (partnership, kind);

-- Areas that share a corner or an edge of their boundaries; both directions stand here.
create table places.neighbour (
    vintage places.vintage, code places.area_code, neighbour places.area_code,
    primary key (vintage, code, neighbour),
    check (code <> neighbour)
);

-- A district's force when there is one, and its partnership when there is only one.
create view places.district_belongs with (security_invoker = true) as
    select district,
           case when count(distinct force) = 1 then min(force) end as force,
           case when count(distinct partnership) = 1 then min(partnership) end as partnership
    from places.district_force group by district;

create view places.lsoa_2021_belongs with (security_invoker = true) as
    with known as (
        select lsoa21 as code, min(lsoa21_name) as name, 2 as trust from places.lsoa_change group by lsoa21
        union all select lsoa21, lsoa21_name, 1 from places.lsoa_2021_ward
        union all select code, name, 3 from places.centroid where vintage = 'LSOA_2021'
        union all select code, name, 4 from places.boundary where kind = 'LSOA_2021'
        union all select code, code, 9 from places.population where vintage = 'LSOA_2021'
        union all select code, code, 9 from places.deprivation where vintage = 'LSOA_2021'
        union all select code, code, 9 from places.rural_urban where vintage = 'LSOA_2021'),
    named as (select distinct on (code) code, name from known order by code, trust)
    select n.code, n.name, w.ward, w.district, coalesce(f.partnership, d.partnership) as partnership, d.force
    from named n
    left join places.lsoa_2021_ward w on w.lsoa21 = n.code
    left join places.district_belongs d on d.district = w.district
    left join places.boundary b on b.kind = 'LSOA_2021' and b.code = n.code
    left join places.district_force f on f.district = w.district and f.partnership_name = b.partnership_name;

-- An LSOA of 2011 lies where its LSOAs of 2021 lie: older districts may no longer exist. Where those disagree, the
-- district that an older lookup names decides if it is among them, else the first by code.
create view places.lsoa_2011_belongs with (security_invoker = true) as
    with known as (
        select lsoa11 as code, min(lsoa11_name) as name, 1 as trust from places.lsoa_change group by lsoa11
        union all select lsoa11, lsoa11_name, 2 from places.lsoa_2011_district
        union all select code, name, 3 from places.centroid where vintage = 'LSOA_2011'
        union all select code, name, 4 from places.boundary where kind = 'LSOA_2011'
        union all select code, code, 9 from places.population where vintage = 'LSOA_2011'
        union all select code, code, 9 from places.deprivation where vintage = 'LSOA_2011'
        union all select code, code, 9 from places.rural_urban where vintage = 'LSOA_2011'),
    named as (select distinct on (code) code, name from known order by code, trust),
    succeeded as (
        select lsoa11, lsoa21 from places.lsoa_change
        union all select n.code, n.code from named n
            where not exists (select 1 from places.lsoa_change c where c.lsoa11 = n.code)),
    through as (
        select s.lsoa11 as code, min(b.district) as district,
               case when count(distinct b.ward) = 1 then min(b.ward) end as ward,
               case when count(distinct b.partnership) = 1 then min(b.partnership) end as partnership,
               bool_or(b.district = o.district) as old_stands
        from succeeded s
        join places.lsoa_2021_belongs b on b.code = s.lsoa21
        left join places.lsoa_2011_district o on o.lsoa11 = s.lsoa11
        where b.district is not null
        group by s.lsoa11),
    older as (
        select coalesce(o.lsoa11, c.lsoa11) as code, coalesce(o.district, c.district) as district
        from places.lsoa_2011_district o
        full join (select lsoa11, min(district) as district from places.lsoa_change group by lsoa11) c using (lsoa11)),
    placed as (
        select n.code, n.name, t.ward, t.partnership,
               case when t.old_stands then o.district else coalesce(t.district, o.district) end as district
        from named n left join through t on t.code = n.code left join older o on o.code = n.code)
    select p.code, p.name, p.ward, p.district, coalesce(f.partnership, p.partnership, d.partnership) as partnership, d.force
    from placed p
    left join places.district_belongs d on d.district = p.district
    left join places.boundary b on b.kind = 'LSOA_2011' and b.code = p.code
    left join places.district_force f on f.district = p.district and f.partnership_name = b.partnership_name;

create view places.area_as_the_files_say with (security_invoker = true) as
    with districts as (
        select district as code, min(district_name) as name, 2024 as listed from places.district_force group by district
        union all select district, min(district_name), 2024 from places.lsoa_2021_ward group by district
        union all select code, name, 2024 from places.boundary where kind = 'DISTRICT'
        union all select district, min(district_name), 2022 from places.lsoa_change group by district
        union all select district, min(district_name), 2021 from places.lsoa_2011_district group by district),
    latest as (select distinct on (code) code, name, listed from districts order by code, listed desc, name),
    forces as (
        select force as code, min(force_name) as name, 2024 as listed from places.district_force group by force
        union all select code, name, 2020 from places.boundary where kind = 'FORCE'),
    in_wards as (
        select w.ward as code, min(w.ward_name) as name, min(b.district) as district,
               case when count(distinct b.partnership) = 1 then min(b.partnership) end as partnership, min(b.force) as force
        from places.lsoa_2021_ward w join places.lsoa_2021_belongs b on b.code = w.lsoa21 group by w.ward)
    select 'LSOA_2021' as kind, code, name, 2021 as listed, ward, district, partnership, force
        from places.lsoa_2021_belongs
    union all select 'LSOA_2011', code, name, 2011, ward, district, partnership, force from places.lsoa_2011_belongs
    union all select 'WARD', code, name, 2024, null, district, partnership, force from in_wards
    union all select 'DISTRICT', l.code, l.name, l.listed, null, null, d.partnership, d.force
        from latest l left join places.district_belongs d on d.district = l.code
    union all select 'PARTNERSHIP', partnership, min(partnership_name), 2024, null, null, null,
                     case when count(distinct force) = 1 then min(force) end
        from places.district_force group by partnership
    union all (select distinct on (code) 'FORCE', code, name, listed, null::text, null::text, null::text, null::text
        from forces order by code, listed desc);

-- Open data: nobody's, so no row-level security.
grant usage on schema places to frith_app;
grant select, insert, update on places.lsoa_change, places.lsoa_2011_district, places.lsoa_2021_ward,
    places.district_force, places.population, places.deprivation, places.rural_urban, places.centroid, places.boundary,
    places.postcode to frith_app;
grant maintain on places.lsoa_change, places.lsoa_2011_district, places.lsoa_2021_ward, places.district_force,
    places.population, places.deprivation, places.rural_urban, places.centroid, places.boundary, places.postcode,
    places.area, places.neighbour to frith_app;
grant select, insert, delete on places.source to frith_app;
grant update (stored, replaced, refused) on places.source to frith_app;
grant select, insert on places.refused_row to frith_app;
grant select, insert, update, delete, truncate, maintain on places.staged_row to frith_app;
grant select, update on places.state to frith_app;
grant select, insert, delete on places.area, places.neighbour to frith_app;
grant select on places.district_belongs, places.lsoa_2021_belongs, places.lsoa_2011_belongs,
    places.area_as_the_files_say to frith_app;
