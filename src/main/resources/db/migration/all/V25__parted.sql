-- when somebody last looked whether every baton still has its process: of all nodes one looks at a time
create table relay_check (
    id int primary key,
    looked_at timestamp with time zone not null
);
insert into relay_check (id, looked_at) values (1, timestamp with time zone '2000-01-01 00:00:00+00:00');

-- a lead that an administrator has put on hold; kept when it goes on, because its clocks stood still meanwhile
create table lead_on_hold (
    reference varchar(80) not null references lead (reference),
    held_since timestamp with time zone not null,
    went_on_at timestamp with time zone,
    held_by varchar(120) not null,
    primary key (reference, held_since)
);
