-- A part of a name is found by its trigrams. Where the server does not offer them, all names are read instead.
do $$
begin
    create extension if not exists pg_trgm;
    create index lead_organisation_part on lead using gin (lower(organisation) gin_trgm_ops);
    create index lead_reference_part on lead using gin (reference gin_trgm_ops);
    create index contact_name_part on contact using gin (lower(name) gin_trgm_ops);
    create index contact_email_part on contact using gin (lower(email) gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or undefined_object or feature_not_supported then
        raise notice 'This server offers no pg_trgm: a search by a part of a name reads all names.';
end
$$;

-- long texts do not fit into an index
create index lead_fact_campaign on lead_fact (left(said, 200)) where name = 'campaign';
