-- A person is found by the phone their record tells, by keyed hash. Filled for new persons, and for those of before by a
-- chore that opens the sealed number; nothing else may change it.
alter table people.persons add column phone_lookup bytea;

grant update (phone_lookup) on people.persons to shanjiang_app;

create index persons_by_phone on people.persons (district, phone_lookup) where phone_lookup is not null;

create index persons_without_phone_lookup on people.persons (district, id) where phone_sealed is not null and phone_lookup is null;
