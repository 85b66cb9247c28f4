-- every mail that has come in, as it came, before anybody acts on it
create table incoming_mail (
    id          varchar(36)  primary key,        -- follows from the Message-ID: the same mail is stored once
    message_id  varchar(1000) not null,
    state       varchar(20)  not null,           -- stored, taken, aside
    why         varchar(1000),                   -- why it was kept aside
    sender      varchar(400) not null,           -- as the mail says, for whoever looks at what was kept aside
    subject     varchar(500) not null,
    size        bigint       not null,           -- of the whole mail, in bytes
    received_at timestamp with time zone not null,
    taken_at    timestamp with time zone,
    raw         binary large object not null                      -- the headers only, where the mail is too big
);
create index incoming_mail_state on incoming_mail (state, received_at);
