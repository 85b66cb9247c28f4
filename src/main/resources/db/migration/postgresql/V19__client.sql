-- messages of clients that are told together: what a flood or a night brings, see HolderNews
create table message_round (
    reference    varchar(80)  primary key references lead,
    is_open      boolean      not null              -- an errand is on its way that tells them
);

create table message_waiting (
    message_id   varchar(36)  primary key references message,
    reference    varchar(80)  not null references lead,
    hint         varchar(20)  not null              -- to-sort, unproven, or nothing
);
create index message_waiting_reference on message_waiting (reference);
