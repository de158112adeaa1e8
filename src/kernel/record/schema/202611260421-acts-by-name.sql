-- Acts of a kind among all acts: who saw personal data is asked for by the names of a few.
create index acts_by_name on record.acts (district, act, id);
