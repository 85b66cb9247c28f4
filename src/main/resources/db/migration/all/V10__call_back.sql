-- one question to somebody who ran the lead earlier; the baton stays where it is
create table call_back (
    id           varchar(36)   primary key,
    reference    varchar(80)   not null references lead,
    asked_by     varchar(320)  not null,
    asked_of     varchar(120)  not null,         -- a user id, or group: and a group id
    question     varchar(4000) not null,
    asked_at     timestamp with time zone not null,
    closes_at    timestamp with time zone,       -- null where there is no deadline
    state        varchar(20)   not null,         -- open, answered, unanswered, withdrawn
    answer       varchar(4000),
    answered_by  varchar(120),
    settled_at   timestamp with time zone
);
create index call_back_reference on call_back (reference, asked_at);
