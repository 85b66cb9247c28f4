-- errands that are for one occasion only, such as the report of a week, whichever node thinks of them first
create table errand_once (
    errand  varchar(80)  not null,
    payload varchar(200) not null,
    primary key (errand, payload)
);
