-- What was recorded on a certificate is found by it.
create index facts_by_source on policy.facts (district, source_id);
