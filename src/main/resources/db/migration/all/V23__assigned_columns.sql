-- what marketing has settled of a list before it starts
alter table lead_import add column read_as varchar;               -- JSON array: the field of each column, null where it is not read
alter table lead_import add column write_to_them boolean default false not null; -- whether those who never wrote get a first letter
alter table lead_import add column left_out varchar(1000);        -- lines above and below the list that are not read, in words
