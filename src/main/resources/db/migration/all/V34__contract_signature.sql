-- What a provider of e-signatures has told us, each envelope once.
create table contract_signature (
    envelope varchar(100) primary key,
    reference varchar(80) not null references lead (reference),
    signed_at timestamp with time zone not null
);

create index contract_signature_reference on contract_signature (reference);
