-- A year's facts of a kind, in the order in which they happened: what a draft is tried on.
create index facts_by_day on policy.facts (district, kind, occurred_on, id);
