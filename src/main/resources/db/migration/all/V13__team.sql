-- who is away, and who stands in; times are UTC instants
create table absence (
    id          varchar(36)  primary key,
    person      varchar(120) not null,
    first_day   date not null,
    last_day    date not null,                   -- the day before the one they are back on, should they be back early
    starts_at   timestamp with time zone not null,
    ends_at     timestamp with time zone not null, -- the first instant at which they are back
    substitute  varchar(120),
    noted_by    varchar(320) not null
);
create index absence_person on absence (person, ends_at);
create index absence_ends_at on absence (ends_at);

-- whoever notes absences, or assigns batons of the same group, waits here for the one before: rows that always exist
create table team_turn (
    stripe integer primary key
);
insert into team_turn (stripe)
select n from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as ones (n);

-- whose turn it is where a group takes turns by weight
create table assignment_turn (
    group_id    varchar(120) not null,
    person      varchar(120) not null,
    credit      integer      not null,
    primary key (group_id, person)
);

-- a baton for which everybody of its team is full; the oldest goes first
create table parked_baton (
    reference   varchar(80)  primary key references lead,
    group_id    varchar(120) not null,
    parked_at   timestamp with time zone not null
);
create index parked_baton_group on parked_baton (group_id, parked_at);

-- when room is looked for next in a group with parked batons
create table parked_look (
    group_id    varchar(120) primary key,
    due_at      timestamp with time zone not null
);
