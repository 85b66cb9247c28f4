-- what clients and colleagues say, on whatever channel

create table message (
    id           varchar(36)  primary key,
    reference    varchar(80)  not null references lead,
    contact_id   varchar(36)  references contact,   -- null where no contact of the lead takes part
    channel      varchar(10)  not null,             -- mail, chat, page
    direction    varchar(20)  not null,             -- from-client, to-client, among-us
    author       varchar(320) not null,             -- a user id, or client: and an address
    subject      varchar(500),
    body         varchar      not null,
    said_at      timestamp with time zone not null,
    mail_id      varchar(64)                        -- the stored mail that brought it
);
create index message_reference on message (reference, said_at);

-- where a person of ours answers a client's message to: only the token's hash is kept
create table answer_address (
    token_hash   varchar(64)  primary key,
    message_id   varchar(36)  not null references message,
    person       varchar(120) not null              -- a user id, or a group id where a group has an address of its own
);

create table note (
    id           varchar(36)  primary key,
    reference    varchar(80)  not null references lead,
    author       varchar(320) not null,
    body         varchar      not null,
    written_at   timestamp with time zone not null
);
create index note_reference on note (reference, written_at);

create table file (
    id           varchar(36)  primary key,
    reference    varchar(80)  not null references lead,
    message_id   varchar(36)  references message,
    sender       varchar(320) not null,             -- a user id, or client: and an address
    name         varchar(200) not null,
    type         varchar(100) not null,             -- as its content tells
    size         bigint       not null,             -- in bytes
    refused      varchar(400),                      -- why its content was not kept; null where it was
    added_at     timestamp with time zone not null,
    shared_at    timestamp with time zone,          -- since when the client's page offers it
    shared_by    varchar(120)
);
create index file_reference on file (reference, added_at);

-- apart from the file, so that a list of files reads none
create table file_content (
    file_id      varchar(36)  primary key references file,
    content      bytea        not null
);
