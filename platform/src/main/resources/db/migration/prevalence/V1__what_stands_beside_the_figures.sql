-- What stands beside the figures: remarks on series where policy changed what was counted, and what surveys say.

create table prevalence.annotation (
    id uuid primary key default uuidv7(),
    month date not null check (extract(day from month) = 1 and month >= date '2000-01-01'),
    text text not null check (text <> '' and length(text) <= 300),
    source text not null check (source <> '' and length(source) <= 200),
    unique (month, text)
);
create trigger keep_former_version after update or delete on prevalence.annotation
    for each row execute function audit.keep_former_version();

insert into prevalence.annotation (month, text, source)
values (date '2020-03-01', 'Some forces recorded breaches of COVID-19 restrictions as antisocial behaviour from 2020.',
        'HMICFRS, The policing response to antisocial behaviour, 2024');

-- Estimates of a survey, each for its own time; a new year is a new row.
create table prevalence.survey_estimate (
    question text not null check (question <> ''),
    percent integer not null check (percent between 0 and 100),
    from_month date not null check (extract(day from from_month) = 1),
    to_month date not null check (extract(day from to_month) = 1),
    source text not null check (source <> ''),
    primary key (question, to_month),
    check (to_month >= from_month)
);

insert into prevalence.survey_estimate (question, percent, from_month, to_month, source)
values ('experienced or witnessed antisocial behaviour in their area', 34, date '2022-10-01', date '2023-09-01',
        'Crime Survey for England and Wales, as HMICFRS (2024) gives it'),
       ('say that it is a very or fairly big problem in their area', 24, date '2022-10-01', date '2023-09-01',
        'Crime Survey for England and Wales, as HMICFRS (2024) gives it'),
       ('perceive a high level of it', 8, date '2022-10-01', date '2023-09-01',
        'Crime Survey for England and Wales');

grant usage on schema prevalence to frith_app;
grant select, insert, delete on prevalence.annotation to frith_app;
grant select on prevalence.survey_estimate to frith_app;
