-- what a deal is about, as the AE has said it last
create table deal_terms (
    reference   varchar(80)  primary key references lead,
    deal_value  bigint,                          -- in euros
    close_on    date
);

-- the texts of a contract: files of the lead that somebody has marked, the highest number is the one that counts
create table contract_version (
    reference   varchar(80)   not null references lead,
    number      integer       not null,
    file_id     varchar(36)   not null,
    name        varchar(200)  not null,
    author      varchar(320)  not null,
    reason      varchar(2000) not null,
    added_at    timestamp with time zone not null,
    primary key (reference, number)
);

-- each row is one round: legal's turn, asked, claimed, answered
alter table contract_review add column round integer default 1 not null;
alter table contract_review add column changed varchar(2000);   -- what is new since the round before
alter table contract_review add column deal_value bigint;
alter table contract_review add column close_on date;
alter table contract_review add column priority integer default 50 not null;
alter table contract_review add column version integer;         -- of the contract, null where no file was marked

-- who of onboarding takes a customer over, said before the signature
create table readiness (
    reference   varchar(80)  primary key references lead,
    csm         varchar(120) not null,
    ready_on    date         not null,
    said_at     timestamp with time zone not null
);
