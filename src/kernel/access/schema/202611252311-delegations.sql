-- Who stands in for whom, in which posts, on which days, and why. Never changed and never deleted: the past ones tell
-- under what somebody acted. It ends early by a row of its own.
create table access.delegations (
  district          int not null,
  id                uuid not null,
  absent_person_id  uuid not null,
  deputy_person_id  uuid not null,
  roles             text[] not null,
  from_day          date not null,
  to_day            date not null,
  reason            text not null,
  person_id         uuid not null,
  account_id        uuid not null,
  business_at       timestamptz not null,
  recorded_at       timestamptz not null default now(),
  primary key (district, id),
  constraint nobody_stands_in_for_themself check (absent_person_id <> deputy_person_id),
  constraint some_post_is_stood_in_for check (cardinality(roles) > 0),
  constraint a_delegation_ends_after_it_begins check (from_day <= to_day),
  constraint posts_that_nobody_stands_in_for check (not (roles && array['auditor', 'administrator', 'provider']::text[]))
);

select public.app_distribute('access.delegations', 'district');

alter table access.delegations add constraint absent_is_a_natural_person foreign key (district, absent_person_id) references people.persons (district, id);

alter table access.delegations add constraint deputy_is_a_natural_person foreign key (district, deputy_person_id) references people.persons (district, id);

select public.app_protect('access.delegations', 'select, insert');

create index delegations_of_a_deputy on access.delegations (district, deputy_person_id, to_day);

create index delegations_of_the_absent on access.delegations (district, absent_person_id, to_day);

-- A delegation that ended before its last day: `last_day` is the last on which it counted, the day before it began where
-- it never did.
create table access.delegation_ends (
  district       int not null,
  delegation_id  uuid not null,
  last_day       date not null,
  reason         text not null,
  person_id      uuid not null,
  account_id     uuid not null,
  business_at    timestamptz not null,
  recorded_at    timestamptz not null default now(),
  constraint a_delegation_ends_once primary key (district, delegation_id)
);

select public.app_distribute('access.delegation_ends', 'district');

alter table access.delegation_ends add constraint end_of_a_delegation foreign key (district, delegation_id) references access.delegations (district, id);

select public.app_protect('access.delegation_ends', 'select, insert');
