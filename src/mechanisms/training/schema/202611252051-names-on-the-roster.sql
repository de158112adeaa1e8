-- Who is on a roster, as that roster says it: never what another one says of the same person. Of rosters older than this
-- the sealed phone is the person's own, and only its mask stands here.
alter table training.enrolments add column name text;

alter table training.enrolments add column phone_sealed bytea;

alter table training.enrolments add column phone_masked text;

set local citus.multi_shard_modify_mode = 'sequential';

-- For the moment of this migration its owner sees every district.
alter table people.persons no force row level security;

alter table training.enrolments no force row level security;

alter table training.instructors no force row level security;

alter table access.accounts no force row level security;

update training.enrolments e set name = p.name, phone_masked = p.phone_masked from people.persons p where p.district = e.district and p.id = e.person_id;

-- Until now the newest roster said what a trainee's record says.
update people.persons p set told_by = newest.roster_import_id from (select distinct on (e.district, e.person_id) e.district, e.person_id, e.roster_import_id from training.enrolments e order by e.district, e.person_id, e.id desc) newest where newest.district = p.district and newest.person_id = p.id and not exists (select 1 from training.instructors i where i.district = p.district and i.person_id = p.id) and not exists (select 1 from access.accounts a where a.district = p.district and a.person_id = p.id);

alter table access.accounts force row level security;

alter table training.instructors force row level security;

alter table training.enrolments force row level security;

alter table people.persons force row level security;

alter table training.enrolments alter column name set not null;

alter table training.enrolments add constraint name_as_on_the_roster check (length(name) between 1 and 100);
