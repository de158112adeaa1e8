-- A suspicion case (疑点处置单) about one group: opened by the platform because of a check's answer, or by somebody with a
-- reason. Nothing of it is ever changed: whom it is about, what was gathered, who owns it and how it ended are rows of
-- their own. Whether it is open is told by them: until a conclusion is confirmed by a second person.
create table integrity.cases (
  district           int not null,
  id                 uuid not null,
  number             text not null,
  group_kind         text not null,
  group_id           uuid not null,
  organisation_id    uuid not null,
  check_id           text,
  reason             text check (length(reason) between 2 and 500),
  opened_by          uuid,
  opened_account_id  uuid,
  business_at        timestamptz not null,
  recorded_at        timestamptz not null default now(),
  primary key (district, id),
  constraint one_case_per_number unique (district, number),
  constraint a_check_or_a_person_opens_a_case check (num_nonnulls(check_id, reason) = 1),
  constraint a_hand_opened_case_names_who check ((reason is null) = (opened_by is null) and (opened_by is null) = (opened_account_id is null))
);

select public.app_distribute('integrity.cases', 'district');

alter table integrity.cases add constraint case_about_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

alter table integrity.cases add constraint case_opened_by_a_natural_person foreign key (district, opened_by) references people.persons (district, id);

select public.app_protect('integrity.cases', 'select, insert');

create index cases_of_a_group on integrity.cases (district, group_id, check_id);

create index cases_of_an_organisation on integrity.cases (district, organisation_id, id);

-- Who opens a case about an organisation's group and who moves its money take turns here: one row per organisation, held
-- alone by the opener and together by the movers, so that nothing moves on while a case about it is being opened.
create table integrity.freeze_gates (
  district         int not null,
  organisation_id  uuid not null,
  passed           int not null default 0,
  primary key (district, organisation_id)
);

select public.app_distribute('integrity.freeze_gates', 'district');

alter table integrity.freeze_gates add constraint gate_of_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

select public.app_protect('integrity.freeze_gates', 'select, insert, update (passed)');

-- Somebody (or the group as a whole) a case is about, with the very answer that smells: its fingerprint tells the same
-- answer again from a new one.
create table integrity.case_subjects (
  district       int not null,
  case_id        uuid not null,
  subject_kind   text not null,
  subject_id     uuid not null,
  person_id      uuid,
  check_id       text not null,
  result_id      uuid not null,
  answer_sha256  bytea not null,
  business_at    timestamptz not null,
  primary key (district, case_id, subject_id, answer_sha256)
);

select public.app_distribute('integrity.case_subjects', 'district');

alter table integrity.case_subjects add constraint subject_of_a_case foreign key (district, case_id) references integrity.cases (district, id);

alter table integrity.case_subjects add constraint subject_by_an_answer foreign key (district, result_id) references integrity.check_results (district, id);

select public.app_protect('integrity.case_subjects', 'select, insert');

create index cases_of_a_subject on integrity.case_subjects (district, subject_id, check_id);

-- What was gathered: a link into the house (kind and id as in trails), a note, or a sealed file.
create table integrity.case_evidence (
  district     int not null,
  id           uuid not null,
  case_id      uuid not null,
  kind         text not null check (kind in ('link', 'note', 'file')),
  trail_kind   text,
  trail_id     uuid,
  label        jsonb,
  note         text check (length(note) between 2 and 2000),
  file_id      uuid,
  file_name    text,
  media_type   text,
  size_bytes   int,
  file_sha256  bytea,
  person_id    uuid,
  account_id   uuid,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint a_thing_is_linked_once unique (district, case_id, trail_kind, trail_id),
  constraint a_file_is_kept_once unique (district, case_id, file_sha256),
  constraint evidence_is_what_it_says check (
    (kind = 'link') = (num_nonnulls(trail_kind, trail_id, label) = 3)
    and (kind = 'note') = (note is not null)
    and (kind = 'file') = (num_nonnulls(file_id, file_name, media_type, size_bytes, file_sha256) = 5)
  )
);

select public.app_distribute('integrity.case_evidence', 'district');

alter table integrity.case_evidence add constraint evidence_of_a_case foreign key (district, case_id) references integrity.cases (district, id);

alter table integrity.case_evidence add constraint evidence_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('integrity.case_evidence', 'select, insert');

-- Who looks after a case: taken, or handed over by whoever had it. Of two who take it at once the second meets the key.
create table integrity.case_owners (
  district     int not null,
  case_id      uuid not null,
  nth          int not null check (nth > 0),
  person_id    uuid not null,
  account_id   uuid not null,
  given_by     uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  constraint case_owners_pkey primary key (district, case_id, nth)
);

select public.app_distribute('integrity.case_owners', 'district');

alter table integrity.case_owners add constraint owner_of_a_case foreign key (district, case_id) references integrity.cases (district, id);

alter table integrity.case_owners add constraint owner_is_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.case_owners', 'select, insert');

-- Everything that happened to a case, in its order; an answer in writing from the provider is one of these.
create table integrity.case_events (
  district     int not null,
  id           uuid not null,
  case_id      uuid not null,
  what         text not null check (what in ('opened', 'subjects-added', 'taken', 'handed-over', 'note', 'file', 'reply', 'proposed', 'declined', 'confirmed')),
  said         text not null default '' check (length(said) <= 2000),
  person_id    uuid,
  account_id   uuid,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('integrity.case_events', 'district');

alter table integrity.case_events add constraint event_of_a_case foreign key (district, case_id) references integrity.cases (district, id);

select public.app_protect('integrity.case_events', 'select, insert');

create index events_of_a_case on integrity.case_events (district, case_id, id);

-- A written conclusion as one person proposes it.
create table integrity.case_conclusions (
  district               int not null,
  id                     uuid not null,
  case_id                uuid not null,
  nth                    int not null check (nth > 0),
  outcome                text not null check (outcome in ('excluded', 'cleared', 'referred')),
  keeps_provider_frozen  boolean not null default false,
  reasons                text not null check (length(reasons) between 10 and 2000),
  proposed_by            uuid not null,
  proposed_account_id    uuid not null,
  business_at            timestamptz not null,
  recorded_at            timestamptz not null default now(),
  primary key (district, id),
  constraint one_conclusion_at_a_time unique (district, case_id, nth),
  constraint a_conclusion_as_proposed unique (district, id, case_id, proposed_by),
  constraint only_a_referral_keeps_frozen check (outcome = 'referred' or not keeps_provider_frozen)
);

select public.app_distribute('integrity.case_conclusions', 'district');

alter table integrity.case_conclusions add constraint conclusion_of_a_case foreign key (district, case_id) references integrity.cases (district, id);

alter table integrity.case_conclusions add constraint concluded_by_a_natural_person foreign key (district, proposed_by) references people.persons (district, id);

select public.app_protect('integrity.case_conclusions', 'select, insert');

-- What a second person made of a proposed conclusion, once. The proposer stands here too, bound to the proposal by the
-- foreign key, so that the database itself refuses somebody who confirms their own. A case is concluded once.
create table integrity.case_decisions (
  district            int not null,
  conclusion_id       uuid not null,
  case_id             uuid not null,
  proposed_by         uuid not null,
  decided_by          uuid not null,
  decided_account_id  uuid not null,
  verdict             text not null check (verdict in ('confirmed', 'declined')),
  reason              text not null default '' check (length(reason) <= 500),
  business_at         timestamptz not null,
  recorded_at         timestamptz not null default now(),
  primary key (district, conclusion_id),
  constraint two_people_conclude_a_case check (decided_by <> proposed_by),
  constraint conclusion_declined_for_a_reason check (verdict = 'confirmed' or length(reason) >= 2)
);

select public.app_distribute('integrity.case_decisions', 'district');

alter table integrity.case_decisions add constraint decision_on_a_conclusion foreign key (district, conclusion_id, case_id, proposed_by) references integrity.case_conclusions (district, id, case_id, proposed_by);

alter table integrity.case_decisions add constraint conclusion_decided_by_a_person foreign key (district, decided_by) references people.persons (district, id);

select public.app_protect('integrity.case_decisions', 'select, insert');

create unique index a_case_is_concluded_once on integrity.case_decisions (district, case_id) where verdict = 'confirmed';
