-- A role that somebody took in an emergency: at most an hour of real time, with a reason and a ticket. Never changed and
-- never deleted: it is over by itself, or ends early by a row of its own.
create table access.emergencies (
  district     int not null,
  id           uuid not null,
  account_id   uuid not null,
  person_id    uuid not null,
  role         text not null,
  reason       text not null check (length(reason) between 5 and 300),
  ticket       text not null check (length(ticket) between 2 and 60),
  began_at     timestamptz not null,
  until_at     timestamptz not null,
  review_by    timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint emergency_of_one_person unique (district, id, person_id, until_at),
  constraint an_emergency_lasts_an_hour_at_most check (until_at > began_at and until_at <= began_at + interval '60 minutes'),
  constraint an_emergency_begins_when_it_is_taken check (began_at between recorded_at - interval '1 day' and recorded_at + interval '1 day'),
  constraint roles_that_no_emergency_gives check (role not in ('auditor', 'provider', 'instructor'))
);

select public.app_distribute('access.emergencies', 'district');

alter table access.emergencies add constraint emergency_of_an_account foreign key (district, account_id) references access.accounts (district, id);

alter table access.emergencies add constraint emergency_of_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('access.emergencies', 'select, insert');

create index emergencies_of_an_account on access.emergencies (district, account_id, until_at);

-- An emergency that was ended before its time.
create table access.emergency_ends (
  district      int not null,
  emergency_id  uuid not null,
  ended_at      timestamptz not null,
  person_id     uuid not null,
  account_id    uuid not null,
  recorded_at   timestamptz not null default now(),
  constraint an_emergency_ends_once primary key (district, emergency_id)
);

select public.app_distribute('access.emergency_ends', 'district');

alter table access.emergency_ends add constraint end_of_an_emergency foreign key (district, emergency_id) references access.emergencies (district, id);

select public.app_protect('access.emergency_ends', 'select, insert');

-- An operation that somebody could ask for only because of the emergency: each change, and each thing that was read once.
create table access.emergency_uses (
  district      int not null,
  id            uuid not null,
  emergency_id  uuid not null,
  person_id     uuid not null,
  until_at      timestamptz not null,
  method        text not null,
  path          text not null,
  permission    text not null,
  subject       text not null,
  reads         boolean not null,
  used_at       timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint use_of_one_person unique (district, id, person_id),
  constraint nothing_is_used_after_its_time check (used_at < until_at)
);

select public.app_distribute('access.emergency_uses', 'district');

alter table access.emergency_uses add constraint use_of_an_emergency foreign key (district, emergency_id, person_id, until_at) references access.emergencies (district, id, person_id, until_at);

select public.app_protect('access.emergency_uses', 'select, insert');

create unique index what_is_read_is_kept_once on access.emergency_uses (district, emergency_id, method, path, subject) where reads;

create index uses_of_an_emergency on access.emergency_uses (district, emergency_id);

-- What another natural person says of a use: whether it was justified, and a word.
create table access.emergency_reviews (
  district            int not null,
  use_id              uuid not null,
  user_person_id      uuid not null,
  reviewer_person_id  uuid not null,
  account_id          uuid not null,
  justified           boolean not null,
  word                text not null check (length(word) between 2 and 300),
  recorded_at         timestamptz not null default now(),
  constraint a_use_is_answered_once primary key (district, use_id),
  constraint nobody_reviews_their_own_emergency check (reviewer_person_id <> user_person_id)
);

select public.app_distribute('access.emergency_reviews', 'district');

alter table access.emergency_reviews add constraint review_of_a_use foreign key (district, use_id, user_person_id) references access.emergency_uses (district, id, person_id);

select public.app_protect('access.emergency_reviews', 'select, insert');
