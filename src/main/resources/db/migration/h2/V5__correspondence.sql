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
    content      blob         not null
);

-- somebody whom a client has copied into a mail: the holder says whether they become a contact
create table contact_proposal (
    id           varchar(36)  primary key,
    reference    varchar(80)  not null references lead,
    message_id   varchar(36)  not null references message,
    name         varchar(200) not null,
    email        varchar(320) not null,
    proposed_at  timestamp with time zone not null,
    settled_at   timestamp with time zone,
    settled_by   varchar(120),
    unique (reference, email)
);

-- the letter as it was written, so that it can go again when its first way was in vain
create table sent_letter (
    mail_key     varchar(200) primary key references sent_mail,
    letter       varchar      not null              -- JSON
);

-- a mail of ours that has come back
create table bounced_mail (
    mail_key     varchar(200) not null references sent_mail,
    contact_id   varchar(36)  not null references contact,
    bounced_at   timestamp with time zone not null,
    sent_again_at timestamp with time zone,
    primary key (mail_key, contact_id)
);
create index bounced_mail_contact on bounced_mail (contact_id);

-- what a rep has mailed of a summary that they have not written yet
create table summary_draft (
    reference    varchar(80)  primary key references lead,
    fields       varchar      not null,             -- JSON; texts by the names of the form's fields
    author       varchar(120) not null,
    written_at   timestamp with time zone not null
);

-- whom a failure is about that names no mail of ours
create index sent_mail_recipient on sent_mail (recipient, sent_at);
