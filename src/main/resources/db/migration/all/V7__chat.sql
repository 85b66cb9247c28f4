-- Chats of visitors of a website. All times are UTC instants.

create table chat (
    id            varchar(40)  primary key,
    key_hash      varchar(64)  not null,          -- of the key that only this visitor has
    language      varchar(5)   not null,
    stage         varchar(20)  not null,          -- asking, people, ended
    name          varchar(200),
    email         varchar(320),
    organisation  varchar(200),
    words         varchar(4000),                  -- what they have said so far beside these three
    asked         varchar(20),                    -- which of the three the bot asked for last
    misses        integer      not null default 0,
    reference     varchar(80)  references lead,   -- null until the lead is taken in
    contact_id    varchar(36)  references contact,
    proven        boolean      not null default false, -- whether they have shown that the address is theirs
    last_number   bigint       not null default 0,
    last_shown    bigint       not null default 0,
    started_at    timestamp with time zone not null,
    told_at       timestamp with time zone        -- when people were last told that somebody waits
);
create index chat_reference on chat (reference);

create table chat_message (
    chat_id  varchar(40)  not null references chat,
    number   bigint       not null,               -- counts up within the chat
    shown    bigint,                              -- counts what the visitor sees; null for a note among us
    side     varchar(10)  not null,               -- visitor, bot, person, note
    author   varchar(100),                        -- a user id
    text     varchar(4000) not null,
    said_at  timestamp with time zone not null,
    from_slack boolean     not null default false, -- written in the chat's thread there
    primary key (chat_id, number),
    unique (chat_id, shown)
);

-- colleagues who were brought in: they may follow this chat, and nothing else of the lead
create table chat_guest (
    chat_id     varchar(40)  not null references chat,
    person      varchar(100) not null,
    invited_by  varchar(100) not null,
    primary key (chat_id, person)
);

-- the thread in Slack in which a chat goes on as well
create table chat_thread (
    chat_id  varchar(40)  primary key references chat,
    channel  varchar(40),                         -- null until it has begun
    ts       varchar(40),
    sent     bigint       not null                -- the number of the last message that was brought there
);
create index chat_thread_place on chat_thread (channel, ts);

-- proves that a visitor reads the mail of the address they gave
create table chat_code (
    chat_id     varchar(40)  primary key references chat,
    code_hash   varchar(64)  not null,
    tries       integer      not null default 0,
    expires_at  timestamp with time zone not null
);

-- browsers that know their client again: only the hash of what they keep
create table chat_browser (
    token_hash  varchar(64)  primary key,
    contact_id  varchar(36)  not null references contact,
    expires_at  timestamp with time zone not null
);
create index chat_browser_contact on chat_browser (contact_id);
