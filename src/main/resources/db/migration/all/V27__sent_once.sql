-- a mail that a server has taken and whose lead's ledger does not say so yet
create table unrecorded_mail (
    mail_key    varchar(200) primary key references sent_mail,
    template    varchar(200) not null
);

-- empty for everybody who looks: of two who send one mail at the same moment, the second waits here for the first
create table mail_at_work (
    mail_key    varchar(200) primary key
);

-- what a chat has taken
create table taken_message (
    message_key varchar(400) primary key,
    channel     varchar(100) not null,           -- where it hangs and under which number; empty where the chat does not say
    message_ts  varchar(40)  not null,
    taken_at    timestamp with time zone not null
);

-- who changes what runs for a lead waits at the lead's stripe for whoever is at it
create table turn (
    stripe      integer primary key
);
insert into turn (stripe)
with recursive numbers (n) as (
    select 0 union all select n + 1 from numbers where n < 1023
)
select n from numbers;
