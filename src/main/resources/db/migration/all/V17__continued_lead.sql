-- A customer's further interest is a lead of its own; this is the one that it goes on from.
create table continued_lead (
    reference varchar(80) primary key references lead (reference),
    earlier   varchar(80) not null references lead (reference)
);
create index continued_lead_earlier on continued_lead (earlier);
