-- Who may not be trained or paid with public money for a time, by which document: a person or an organisation. It counts
-- only from when a second person has confirmed it. Nothing of it is ever changed; what follows are rows of their own.
create table people.restrictions (
  district         int not null,
  id               uuid not null,
  kind             text not null check (kind in ('restricted', 'recovery')),
  person_id        uuid,
  organisation_id  uuid,
  reason           text not null check (length(reason) between 2 and 500),
  document         text not null check (length(document) between 2 and 200),
  from_date        date not null,
  to_date          date,
  recorded_at      timestamptz not null default now(),
  primary key (district, id),
  constraint restricts_a_person_or_an_organisation check (num_nonnulls(person_id, organisation_id) = 1),
  constraint restriction_ends_after_it_begins check (to_date >= from_date)
);

select public.app_distribute('people.restrictions', 'district');

alter table people.restrictions add constraint restriction_of_a_person foreign key (district, person_id) references people.persons (district, id);

alter table people.restrictions add constraint restriction_of_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

select public.app_protect('people.restrictions', 'select, insert');

create index restrictions_by_person on people.restrictions (district, person_id) where person_id is not null;

create index restrictions_by_organisation on people.restrictions (district, organisation_id) where organisation_id is not null;

-- What somebody proposes: to impose it, or to end it on a day. An end without a day revokes it from its beginning: it was
-- a mistake and never counted. Of two people who propose at once the second meets the key.
create table people.restriction_proposals (
  district             int not null,
  id                   uuid not null,
  restriction_id       uuid not null,
  step                 text not null check (step in ('impose', 'end')),
  nth                  int not null check (nth > 0),
  ends_on              date,
  reason               text not null check (length(reason) between 2 and 500),
  proposed_by          uuid not null,
  proposed_account_id  uuid not null,
  business_at          timestamptz not null,
  recorded_at          timestamptz not null default now(),
  primary key (district, id),
  constraint one_proposal_at_a_time unique (district, restriction_id, nth),
  constraint a_proposal_and_its_proposer unique (district, id, proposed_by),
  constraint only_an_end_has_a_day check (step = 'end' or ends_on is null)
);

select public.app_distribute('people.restriction_proposals', 'district');

alter table people.restriction_proposals add constraint proposal_about_a_restriction foreign key (district, restriction_id) references people.restrictions (district, id);

alter table people.restriction_proposals add constraint proposed_by_a_natural_person foreign key (district, proposed_by) references people.persons (district, id);

select public.app_protect('people.restriction_proposals', 'select, insert');

-- What another person decided about a proposal, once. The proposer stands here too, bound to the proposal by the foreign
-- key, so that the database itself refuses somebody who confirms their own.
create table people.restriction_decisions (
  district            int not null,
  proposal_id         uuid not null,
  proposed_by         uuid not null,
  decided_by          uuid not null,
  decided_account_id  uuid not null,
  outcome             text not null check (outcome in ('confirmed', 'declined')),
  reason              text not null default '' check (length(reason) <= 500),
  business_at         timestamptz not null,
  recorded_at         timestamptz not null default now(),
  primary key (district, proposal_id),
  constraint two_people_decide_a_restriction check (decided_by <> proposed_by),
  constraint declined_for_a_reason check (outcome = 'confirmed' or length(reason) >= 2)
);

select public.app_distribute('people.restriction_decisions', 'district');

alter table people.restriction_decisions add constraint decision_on_a_proposal foreign key (district, proposal_id, proposed_by) references people.restriction_proposals (district, id, proposed_by);

alter table people.restriction_decisions add constraint decided_by_a_natural_person foreign key (district, decided_by) references people.persons (district, id);

select public.app_protect('people.restriction_decisions', 'select, insert');
