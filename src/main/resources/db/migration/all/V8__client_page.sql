-- what clients do on their page, and what their calendars answer

-- one question a form, however often the button is pressed
create table client_question (
    form_id      varchar(36)  primary key,
    contact_id   varchar(36)  not null references contact,
    message_id   varchar(36)  not null references message,
    asked_at     timestamp with time zone not null
);

-- "did you have to repeat yourself?"
create table pulse (
    contact_id   varchar(36)  not null references contact,
    summary_id   varchar(36)  not null references summary,
    leg          varchar(40)  not null,
    repeated     boolean      not null,
    answered_at  timestamp with time zone not null,
    primary key (contact_id, summary_id)
);

-- what is limited in number; forgotten after a day
create table client_try (
    what         varchar(20)  not null,          -- question, lost-link
    who          varchar(64)  not null,          -- a contact, or the hash of an address
    tried_at     timestamp with time zone not null
);
create index client_try_what on client_try (what, tried_at);

-- the last word of each guest on a meeting at its time
create table meeting_answer (
    uid          varchar(80)  not null references meeting,
    guest        varchar(320) not null,          -- an address, in small letters
    name         varchar(200) not null,
    answer       varchar(20)  not null,          -- accepted, declined, tentative, countered
    starts_at    timestamp with time zone not null, -- of the meeting, when it was answered
    proposed_at  timestamp with time zone,       -- the time that somebody would rather have
    answered_at  timestamp with time zone not null,
    primary key (uid, guest)
);

-- how often nobody of the client came to it
alter table meeting add column missed integer default 0 not null;
