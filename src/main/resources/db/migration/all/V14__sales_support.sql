-- somebody is asked to join one meeting, by a written briefing; the holder keeps the baton
create table support_request (
    id            varchar(36)   primary key,
    reference     varchar(80)   not null references lead,
    meeting_uid   varchar(80)   not null references meeting,
    asked_by      varchar(320)  not null,
    receiver      varchar(120)  not null,         -- a user id, or group: and a group id
    part          varchar(1000) not null,         -- what the one asked shall do there
    goal          varchar(1000) not null,
    leave_out     varchar(1000) not null,         -- what not to go into
    minutes       integer       not null,         -- how long their part takes
    state         varchar(20)   not null,         -- asked, returned, accepted, shared, checked, withdrawn
    asked_at      timestamp with time zone not null,
    reported_for  timestamp with time zone,       -- the date of the meeting for which it was told that nobody is prepared
    helper        varchar(120),
    return_reason varchar(40),
    return_note   varchar(2000),
    correction    varchar(4000)                   -- what the helper says is not right in the summary
);
create index support_request_reference on support_request (reference, asked_at);
create index support_request_meeting on support_request (meeting_uid);

alter table meeting add column fixed_in varchar(40);  -- the leg in which it was agreed
alter table meeting add column score integer;         -- how good the AE found it, 1 to 5
