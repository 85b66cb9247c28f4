-- What a program of others is still to be told, and what it could not be.
create table webhook_delivery (
    id varchar(50) primary key,
    hook varchar(100) not null,
    entry bigint not null,
    attempts integer not null,
    given_up boolean not null,
    answer varchar(300),
    tried_at timestamp with time zone
);

create index webhook_delivery_given_up on webhook_delivery (given_up, entry);
