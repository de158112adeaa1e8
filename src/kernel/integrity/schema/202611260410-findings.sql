-- What the auditor found at a step of a trail: what, against which rule, what is asked to mend it. Never changed; what
-- follows are steps of its own. The subject's title is kept as the auditor read it.
create table integrity.findings (
  district          int not null,
  id                uuid not null,
  number            text collate "C" not null,
  subject_kind      text not null check (subject_kind ~ '^[a-z-]{2,40}$'),
  subject_id        uuid not null,
  subject_title     jsonb not null,
  organisation_id   uuid,
  person_id         uuid,
  for_organisation  boolean not null,
  found             text not null check (length(found) between 4 and 2000),
  rule              text not null check (length(rule) between 2 and 300),
  severity          text not null check (severity in ('minor', 'serious', 'grave')),
  remedy            text not null check (length(remedy) between 2 and 1000),
  written_on        date not null,
  recorded_at       timestamptz not null default now(),
  primary key (district, id),
  constraint one_finding_number unique (district, number),
  constraint told_to_an_organisation_that_it_is_about check (organisation_id is not null or not for_organisation)
);

select public.app_distribute('integrity.findings', 'district');

alter table integrity.findings add constraint finding_about_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

alter table integrity.findings add constraint finding_about_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.findings', 'select, insert');

create index findings_of_a_subject on integrity.findings (district, subject_kind, subject_id);

create index findings_of_an_organisation on integrity.findings (district, organisation_id);

create index findings_of_a_person on integrity.findings (district, person_id);

-- Who said what about a finding, in turn: written, answered by the bureau, asked again or closed by the auditor. Each step
-- names the one before it, so the database itself refuses two at once, one's own answer judged, and a word after the end.
create table integrity.finding_steps (
  district       int not null,
  id             uuid not null,
  finding_id     uuid not null,
  nth            int not null check (nth >= 0),
  what           text not null check (what in ('written', 'answered', 'asked-again', 'closed')),
  said           text not null check (length(said) between 2 and 2000),
  due_on         date,
  person_id      uuid not null,
  account_id     uuid not null,
  before_nth     int,
  before_what    text,
  before_person  uuid,
  business_at    timestamptz not null,
  recorded_at    timestamptz not null default now(),
  primary key (district, id),
  constraint one_step_at_a_time_on_a_finding unique (district, finding_id, nth),
  constraint a_step_of_a_finding_and_who_took_it unique (district, finding_id, nth, what, person_id),
  constraint a_finding_begins_with_what_was_written check ((nth = 0) = (what = 'written')),
  constraint a_step_follows_the_one_before check ((nth = 0) = (before_nth is null) and (nth = 0) = (before_what is null) and (nth = 0) = (before_person is null) and coalesce(before_nth = nth - 1, true)),
  constraint an_answer_follows_a_question check ((nth % 2 = 1) = (what = 'answered')),
  constraint a_closed_finding_stays_closed check (coalesce(before_what <> 'closed', true)),
  constraint nobody_judges_their_own_answer check (coalesce(before_person <> person_id, true)),
  constraint a_remedy_is_asked_by_a_day check ((due_on is not null) = (what in ('written', 'asked-again')))
);

select public.app_distribute('integrity.finding_steps', 'district');

alter table integrity.finding_steps add constraint step_of_a_finding foreign key (district, finding_id) references integrity.findings (district, id);

alter table integrity.finding_steps add constraint step_after_another foreign key (district, finding_id, before_nth, before_what, before_person) references integrity.finding_steps (district, finding_id, nth, what, person_id);

alter table integrity.finding_steps add constraint step_of_a_finding_by_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.finding_steps', 'select, insert');

-- A paper of a finding or of an answer to it, kept sealed; each opening recorded.
create table integrity.finding_files (
  district     int not null,
  id           uuid not null,
  finding_id   uuid not null,
  nth          int not null,
  file_id      uuid not null,
  file_name    text not null,
  media_type   text not null,
  size_bytes   int not null,
  file_sha256  bytea not null,
  person_id    uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint a_paper_of_a_finding_is_kept_once unique (district, finding_id, file_sha256)
);

select public.app_distribute('integrity.finding_files', 'district');

alter table integrity.finding_files add constraint paper_of_a_step_of_a_finding foreign key (district, finding_id, nth) references integrity.finding_steps (district, finding_id, nth);

alter table integrity.finding_files add constraint paper_of_a_finding_kept_sealed foreign key (district, file_id) references files.files (district, id);

alter table integrity.finding_files add constraint paper_of_a_finding_by_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.finding_files', 'select, insert');

select public.app_seal('integrity.findings');

select public.app_seal('integrity.finding_steps');

select public.app_seal('integrity.finding_files');
