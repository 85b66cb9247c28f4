-- what of the calendar of who is away was not understood when it was last read; since: when that was first so
create table absence_trouble (
    id varchar(36) primary key,
    entry varchar(255) not null,
    why varchar(1000) not null,
    since timestamp with time zone not null
);
