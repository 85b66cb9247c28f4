-- leads whose relay could not begin, because of a model or table that somebody deployed, say: kept, and begun once it can
create table waiting_lead (
    reference  varchar(80)   not null primary key,
    finder     varchar(255)  not null,
    reason     varchar(4000) not null,
    tries      integer       not null,
    since      timestamp(6) with time zone not null
);
