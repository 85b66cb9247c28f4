-- who wants no mail that no person wrote: an address, whatever leads it is a contact of
create table automatic_mail_stop (
    email_key   varchar(320) primary key,        -- lower case, without +tag
    stopped_at  timestamp with time zone not null
);
