-- what was said in a chat channel: under one key nobody is told twice
create table chat_notice (
    notice_key  varchar(200) not null,
    reader      varchar(120) not null,           -- a user id, or group: and a group id
    topic       varchar(200),                    -- under which it is replaced, once it has settled itself
    title       varchar(500) not null,
    channel     varchar(100),                    -- where and under which number it hangs; null where it cannot change
    message_ts  varchar(40),
    told_at     timestamp with time zone not null,
    replaced    boolean not null default false,
    primary key (notice_key, reader)
);
create index chat_notice_topic on chat_notice (topic);

-- what waits until its reader works again
create table held_notice (
    notice_key  varchar(200) not null,
    reader      varchar(120) not null,
    due_at      timestamp with time zone not null,
    content     varchar,                         -- JSON; null for what is found out anew
    primary key (notice_key, reader)
);

-- Slack tells an event again until it has been answered
create table slack_event (
    id          varchar(100) primary key,
    taken_at    timestamp with time zone not null
);

-- the one link of a reader to the page of an offer: only its token's hash is kept
create table offer_link (
    token_hash  varchar(64)  primary key,
    offer_id    varchar(36)  not null references offer,
    reader      varchar(120) not null,           -- a user id, or group: and a group id
    expires_at  timestamp with time zone not null,
    used_at     timestamp with time zone
);
create index offer_link_offer on offer_link (offer_id);

-- whose date comes near is looked for now and then
create index meeting_starts_at on meeting (starts_at);
