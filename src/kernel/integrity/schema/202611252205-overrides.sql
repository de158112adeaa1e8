-- Somebody proposes to let go what one check found about one subject: by a cited document, for a reason, until a day. It
-- counts once another natural person has confirmed it. Nothing of it is ever changed; what follows are rows of their own.
-- Of two people who propose at once the second meets the key.
create table integrity.overrides (
  district             int not null,
  id                   uuid not null,
  check_id             text not null,
  subject_kind         text not null check (subject_kind in ('enrolment', 'class')),
  subject_id           uuid not null,
  group_id             uuid not null,
  organisation_id      uuid not null,
  result_id            uuid not null,
  nth                  int not null check (nth > 0),
  document             text not null check (length(document) between 2 and 200),
  reason               text not null check (length(reason) between 2 and 500),
  evidence             text not null default '' check (length(evidence) <= 300),
  expires_on           date not null,
  proposed_by          uuid not null,
  proposed_account_id  uuid not null,
  business_at          timestamptz not null,
  recorded_at          timestamptz not null default now(),
  primary key (district, id),
  constraint one_override_at_a_time unique (district, check_id, subject_id, nth),
  constraint an_override_and_its_proposer unique (district, id, proposed_by)
);

select public.app_distribute('integrity.overrides', 'district');

alter table integrity.overrides add constraint override_of_an_answer foreign key (district, result_id) references integrity.check_results (district, id);

alter table integrity.overrides add constraint override_of_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

alter table integrity.overrides add constraint override_proposed_by_a_natural_person foreign key (district, proposed_by) references people.persons (district, id);

select public.app_protect('integrity.overrides', 'select, insert');

create index overrides_of_a_group on integrity.overrides (district, group_id);

-- What another person decided about it, once. The proposer stands here too, bound by the foreign key, so that the
-- database itself refuses somebody who confirms their own.
create table integrity.override_decisions (
  district            int not null,
  override_id         uuid not null,
  proposed_by         uuid not null,
  decided_by          uuid not null,
  decided_account_id  uuid not null,
  outcome             text not null check (outcome in ('confirmed', 'declined')),
  reason              text not null default '' check (length(reason) <= 500),
  business_at         timestamptz not null,
  recorded_at         timestamptz not null default now(),
  primary key (district, override_id),
  constraint an_override_and_its_decider unique (district, override_id, decided_by),
  constraint two_people_lift_an_answer check (decided_by <> proposed_by),
  constraint override_declined_for_a_reason check (outcome = 'confirmed' or length(reason) >= 2)
);

select public.app_distribute('integrity.override_decisions', 'district');

alter table integrity.override_decisions add constraint decision_on_an_override foreign key (district, override_id, proposed_by) references integrity.overrides (district, id, proposed_by);

alter table integrity.override_decisions add constraint override_decided_by_a_natural_person foreign key (district, decided_by) references people.persons (district, id);

select public.app_protect('integrity.override_decisions', 'select, insert');

-- It counts no more: said by one of its two people. Before anybody has decided, only its proposer can take it back.
create table integrity.override_withdrawals (
  district              int not null,
  override_id           uuid not null,
  proposed_by           uuid not null,
  decided_by            uuid,
  withdrawn_by          uuid not null,
  withdrawn_account_id  uuid not null,
  reason                text not null check (length(reason) between 2 and 500),
  business_at           timestamptz not null,
  recorded_at           timestamptz not null default now(),
  primary key (district, override_id),
  constraint withdrawn_by_one_of_its_two_people check (withdrawn_by = proposed_by or coalesce(withdrawn_by = decided_by, false))
);

select public.app_distribute('integrity.override_withdrawals', 'district');

alter table integrity.override_withdrawals add constraint withdrawal_of_an_override foreign key (district, override_id, proposed_by) references integrity.overrides (district, id, proposed_by);

alter table integrity.override_withdrawals add constraint withdrawal_names_who_decided foreign key (district, override_id, decided_by) references integrity.override_decisions (district, override_id, decided_by);

select public.app_protect('integrity.override_withdrawals', 'select, insert');
