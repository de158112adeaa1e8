-- A photo or scan that shows why attendance is amended; the picture is a sealed file. It is kept before the amendment is
-- proposed, for one class.
create table training.amendment_evidence (
  district     int not null,
  id           uuid not null,
  class_id     uuid not null,
  file_id      uuid not null,
  file_name    text not null,
  media_type     text not null,
  size_bytes     int not null,
  account_id   uuid not null,
  person_id    uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('training.amendment_evidence', 'district');

alter table training.amendment_evidence add constraint amendment_evidence_of_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.amendment_evidence add constraint amendment_evidence_in_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('training.amendment_evidence', 'select, insert');

select public.app_seal('training.amendment_evidence');

-- What the provider wants changed of one version of the attendance, and why. Never changed; nothing follows from it before
-- another natural person confirms it.
create table training.amendments (
  district     int not null,
  id           uuid not null,
  class_id     uuid not null,
  sheet_id     uuid not null,
  evidence_id  uuid not null,
  reason       text not null check (reason <> ''),
  account_id   uuid not null,
  person_id    uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint proposer_of_an_amendment unique (district, id, person_id)
);

select public.app_distribute('training.amendments', 'district');

alter table training.amendments add constraint amendment_of_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.amendments add constraint amendment_of_a_sheet foreign key (district, sheet_id) references training.attendance_sheets (district, id);

alter table training.amendments add constraint amendment_with_evidence foreign key (district, evidence_id) references training.amendment_evidence (district, id);

select public.app_protect('training.amendments', 'select, insert');

select public.app_seal('training.amendments');

create index amendments_of_a_class on training.amendments (district, class_id, id);

create index amendments_of_a_sheet on training.amendments (district, sheet_id);

-- One sign of an amendment: this person, this session, what it counted as and what it shall count as.
create table training.amendment_lines (
  district      int not null,
  id            uuid not null,
  amendment_id  uuid not null,
  sign_id       uuid not null,
  enrolment_id  uuid not null,
  session_id    uuid not null,
  credit_from   text not null check (credit_from in ('present', 'late', 'leave', 'absent')),
  credit_to     text not null check (credit_to in ('present', 'late', 'leave', 'absent')),
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint a_sign_is_amended_once_an_amendment unique (district, amendment_id, sign_id),
  constraint an_amendment_changes_something check (credit_from <> credit_to)
);

select public.app_distribute('training.amendment_lines', 'district');

alter table training.amendment_lines add constraint line_of_an_amendment foreign key (district, amendment_id) references training.amendments (district, id);

alter table training.amendment_lines add constraint line_amends_a_sign foreign key (district, sign_id) references training.attendance_signs (district, id);

alter table training.amendment_lines add constraint line_of_an_enrolment foreign key (district, enrolment_id) references training.enrolments (district, id);

alter table training.amendment_lines add constraint line_for_a_session foreign key (district, session_id) references training.sessions (district, id);

select public.app_protect('training.amendment_lines', 'select, insert');

select public.app_seal('training.amendment_lines');

create index amendments_of_a_sign on training.amendment_lines (district, sign_id);

-- What another natural person said to an amendment. A confirmed one names the version of the attendance it became; `side` is
-- the confirmer's: an instructor of the class, or the bureau.
create table training.amendment_answers (
  district            int not null,
  id                  uuid not null,
  amendment_id        uuid not null,
  proposer_person_id  uuid not null,
  outcome             text not null check (outcome in ('confirmed', 'declined')),
  side                text not null check (side in ('instructor', 'bureau')),
  reason              text not null default '',
  sheet_id            uuid,
  account_id          uuid not null,
  person_id           uuid not null,
  business_at         timestamptz not null,
  recorded_at         timestamptz not null default now(),
  primary key (district, id),
  constraint an_amendment_is_answered_once unique (district, amendment_id),
  constraint nobody_answers_their_own_amendment check (person_id <> proposer_person_id),
  constraint a_confirmed_amendment_is_a_version check ((outcome = 'confirmed') = (sheet_id is not null)),
  constraint a_declined_amendment_says_why check (outcome = 'confirmed' or reason <> '')
);

select public.app_distribute('training.amendment_answers', 'district');

alter table training.amendment_answers add constraint answer_to_an_amendment foreign key (district, amendment_id, proposer_person_id) references training.amendments (district, id, person_id);

alter table training.amendment_answers add constraint answer_made_a_sheet foreign key (district, sheet_id) references training.attendance_sheets (district, id);

select public.app_protect('training.amendment_answers', 'select, insert');

select public.app_seal('training.amendment_answers');

create index answers_by_sheet on training.amendment_answers (district, sheet_id) where sheet_id is not null;

-- A sheet of attendance also comes of an amendment: the former version, but for what was amended.
alter table training.attendance_sheets drop constraint attendance_on_paper_or_live;

alter table training.attendance_sheets add constraint attendance_on_paper_live_or_amended check (method in ('paper', 'live', 'amended'));

alter table training.attendance_sheets add column amends_sheet_id uuid;

alter table training.attendance_sheets add constraint an_amended_sheet_names_the_former check ((method = 'amended') = (amends_sheet_id is not null));

alter table training.attendance_sheets add constraint sheet_amends_a_sheet foreign key (district, amends_sheet_id) references training.attendance_sheets (district, id);

create unique index a_version_is_amended_once on training.attendance_sheets (district, amends_sheet_id) where amends_sheet_id is not null;

-- Of a sign of an amended sheet: the sign of the former version it repeats, or the line that amended it.
alter table training.attendance_signs add column same_as_id uuid;

alter table training.attendance_signs add column amendment_line_id uuid;

alter table training.attendance_signs add constraint a_sign_repeats_or_is_amended check (same_as_id is null or amendment_line_id is null);

alter table training.attendance_signs add constraint sign_repeats_a_sign foreign key (district, same_as_id) references training.attendance_signs (district, id);

alter table training.attendance_signs add constraint sign_amended_by_a_line foreign key (district, amendment_line_id) references training.amendment_lines (district, id);

create index signs_that_repeat on training.attendance_signs (district, same_as_id) where same_as_id is not null;

create index signs_amended_by_a_line on training.attendance_signs (district, amendment_line_id) where amendment_line_id is not null;
