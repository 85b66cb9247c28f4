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

-- what a lead's own client finds on their page beside the house's links
create table page_link (
    id           varchar(36)  primary key,
    reference    varchar(80)  not null references lead,
    title        varchar(120) not null,
    address      varchar(1000) not null,            -- http or https
    added_by     varchar(120) not null,
    added_at     timestamp with time zone not null
);
create index page_link_reference on page_link (reference, added_at);

-- whom the holder wants at meetings, where it is not who was sent the last summary
create table meeting_choice (
    contact_id   varchar(36)  primary key references contact,
    invited      boolean      not null,
    chosen_by    varchar(120) not null
);

-- who has a meeting in their calendar, and is told when it is called off
create table meeting_invited (
    uid          varchar(80)  not null references meeting,
    guest        varchar(320) not null,             -- an address, in small letters
    primary key (uid, guest)
);
