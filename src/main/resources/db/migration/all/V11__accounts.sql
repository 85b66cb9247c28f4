-- Who owns which organisation, and lists of leads that somebody imports. All times are UTC instants.

-- the house's account directory, brought up to date by a list
create table account (
    id          varchar(36)  primary key,
    external_id varchar(200) unique,             -- what another program calls it
    name        varchar(200) not null,
    name_key    varchar(200) not null,           -- as names are compared
    owner       varchar(120),                    -- a user id
    segment     varchar(80),
    country     varchar(80),
    named       boolean not null default false,
    updated_at  timestamp with time zone not null
);
create index account_name_key on account (name_key);

-- one domain can belong to several accounts (a group and its daughters)
create table account_domain (
    domain      varchar(255) not null,
    account_id  varchar(36)  not null references account,
    primary key (domain, account_id)
);
create index account_domain_account on account_domain (account_id);

-- which account a lead was matched to, and by what
create table lead_account (
    reference   varchar(80)  primary key references lead,
    account_id  varchar(200) not null,           -- the directory's own id
    directory   varchar(40)  not null,           -- which directory knew it
    name        varchar(200) not null,
    owner       varchar(120),                    -- a user id, as it was at the match
    matched_by  varchar(20)  not null,           -- domain, name
    matched_on  varchar(255) not null            -- the domain or name that matched
);

-- a list of leads: looked through first, then started, row by row
create table lead_import (
    id          varchar(36)  primary key,
    file_name   varchar(200) not null,
    charset     varchar(20)  not null,
    delimiter   varchar(1)   not null,
    headings    varchar      not null,           -- JSON array: the first row
    state       varchar(20)  not null,           -- previewed, running, done
    made_by     varchar(100) not null,
    made_at     timestamp with time zone not null,
    started_at  timestamp with time zone,
    finished_at timestamp with time zone
);
create index lead_import_made on lead_import (made_at);

create table lead_import_row (
    import_id   varchar(36)  not null references lead_import,
    row_number  integer      not null,           -- as a spreadsheet counts: the first row with a lead is 2
    cells       varchar      not null,           -- JSON array, as they came
    lead        varchar,                         -- JSON; null for a row that cannot be taken
    expected    varchar(20)  not null,           -- what the preview says will become of it
    result      varchar(20)  not null,           -- waiting, started, matched, refused, failed
    reference   varchar(80),
    why         varchar(4000),
    primary key (import_id, row_number)
);
create index lead_import_row_result on lead_import_row (import_id, result, row_number);
