create schema training;

grant usage on schema training to shanjiang_app, shanjiang_reader;

-- A place where a provider teaches.
create table training.sites (
  district         int not null,
  id               uuid not null,
  organisation_id  uuid not null,
  name             text not null,
  town_zh          text not null,
  address          text not null,
  primary key (district, id),
  constraint one_site_per_name unique (district, organisation_id, name)
);

select public.app_distribute('training.sites', 'district');

alter table training.sites add constraint site_of_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

select public.app_protect('training.sites', 'select, insert');

create table training.rooms (
  district  int not null,
  id        uuid not null,
  site_id   uuid not null,
  name      text not null,
  seats     int not null check (seats > 0),
  primary key (district, id),
  constraint one_room_per_name unique (district, site_id, name)
);

select public.app_distribute('training.rooms', 'district');

alter table training.rooms add constraint room_at_a_site foreign key (district, site_id) references training.sites (district, id);

select public.app_protect('training.rooms', 'select, insert');

create table training.instructors (
  district         int not null,
  id               uuid not null,
  organisation_id  uuid not null,
  person_id        uuid not null,
  title            text not null default '',
  primary key (district, id),
  constraint one_filing_an_instructor unique (district, organisation_id, person_id)
);

select public.app_distribute('training.instructors', 'district');

alter table training.instructors add constraint instructor_is_a_person foreign key (district, person_id) references people.persons (district, id);

alter table training.instructors add constraint instructor_of_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

select public.app_protect('training.instructors', 'select, insert');

-- What a provider may teach with public money, where and until when.
create table training.agreements (
  district         int not null,
  id               uuid not null,
  organisation_id  uuid not null,
  number           text not null,
  from_date        date not null,
  to_date          date not null,
  document         text not null default '',
  made_at          timestamptz not null default now(),
  primary key (district, id),
  constraint agreement_ends_after_it_begins check (to_date >= from_date),
  constraint one_agreement_number unique (district, number)
);

select public.app_distribute('training.agreements', 'district');

alter table training.agreements add constraint agreement_with_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

select public.app_protect('training.agreements', 'select, insert');

create index agreements_of_a_provider on training.agreements (district, organisation_id, from_date);

-- One occupation, up to one level, at one site.
create table training.agreement_items (
  district       int not null,
  id             uuid not null,
  agreement_id   uuid not null,
  occupation_id  text not null references reference.occupations (id),
  highest_level  text not null references reference.skill_levels (code),
  site_id        uuid not null,
  primary key (district, id),
  constraint one_item_per_occupation_and_site unique (district, agreement_id, occupation_id, site_id)
);

select public.app_distribute('training.agreement_items', 'district');

alter table training.agreement_items add constraint item_of_an_agreement foreign key (district, agreement_id) references training.agreements (district, id);

alter table training.agreement_items add constraint item_at_a_site foreign key (district, site_id) references training.sites (district, id);

select public.app_protect('training.agreement_items', 'select, insert');

-- A class. Its plan may change while it is a draft or returned; its status moves with an event; the current roster is
-- the one import it points to.
create table training.classes (
  district          int not null,
  id                uuid not null,
  organisation_id   uuid not null,
  number            text not null,
  filing_number     text,
  kind              text not null,
  occupation_id     text not null references reference.occupations (id),
  level             text not null references reference.skill_levels (code),
  certificate_kind  text not null,
  site_id           uuid not null,
  room_id           uuid not null,
  instructor_id     uuid not null,
  starts_on         date not null,
  ends_on           date not null,
  theory_hours      int not null check (theory_hours >= 0),
  practice_hours    int not null check (practice_hours >= 0),
  capacity          int not null check (capacity > 0),
  payee             text not null check (payee in ('person', 'provider')),
  fund              text not null,
  status            text not null check (status in ('draft', 'submitted', 'returned', 'filed', 'completed')),
  roster_import_id  uuid,
  submitted_at      timestamptz,
  created_at        timestamptz not null default now(),
  primary key (district, id),
  constraint class_ends_after_it_begins check (ends_on >= starts_on),
  constraint one_class_number_a_provider unique (district, organisation_id, number)
);

select public.app_distribute('training.classes', 'district');

alter table training.classes add constraint class_of_a_provider foreign key (district, organisation_id) references people.organisations (district, id);

alter table training.classes add constraint class_at_a_site foreign key (district, site_id) references training.sites (district, id);

alter table training.classes add constraint class_in_a_room foreign key (district, room_id) references training.rooms (district, id);

alter table training.classes add constraint class_by_an_instructor foreign key (district, instructor_id) references training.instructors (district, id);

select public.app_protect('training.classes', 'select, insert, update');

create index classes_by_status on training.classes (district, status, id);

create index classes_of_a_provider on training.classes (district, organisation_id, id);

create index classes_in_the_queue on training.classes (district, submitted_at, id) where status = 'submitted';

-- Every change of a class's status: who, when, and all reasons at once when it was returned; `checks` is what the
-- checks of that moment came to (how many passed, failed, were unavailable). Append-only.
create table training.class_events (
  district     int not null,
  id           uuid not null,
  class_id     uuid not null,
  status_from  text,
  status_to    text not null,
  reasons      jsonb not null default '[]',
  checks       jsonb,
  account_id   uuid not null,
  person_id    uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('training.class_events', 'district');

alter table training.class_events add constraint event_of_a_class foreign key (district, class_id) references training.classes (district, id);

select public.app_protect('training.class_events', 'select, insert');

create index events_of_a_class on training.class_events (district, class_id, id);

-- One meeting of a class. Times are minutes after midnight, on the half hour. Replaced as a whole while the class is a draft.
create table training.sessions (
  district       int not null,
  id             uuid not null,
  class_id       uuid not null,
  day            date not null,
  start_minute   int not null check (start_minute between 0 and 1410 and start_minute % 30 = 0),
  end_minute     int not null check (end_minute between 30 and 1440 and end_minute % 30 = 0),
  class_hours    int not null check (class_hours > 0),
  kind           text not null check (kind in ('safety', 'theory', 'practice')),
  room_id        uuid not null,
  instructor_id  uuid not null,
  reason         text not null default '',
  primary key (district, id),
  constraint session_ends_after_it_begins check (end_minute > start_minute),
  constraint one_session_a_moment unique (district, class_id, day, start_minute)
);

select public.app_distribute('training.sessions', 'district');

alter table training.sessions add constraint session_of_a_class foreign key (district, class_id) references training.classes (district, id) on delete cascade;

alter table training.sessions add constraint session_in_a_room foreign key (district, room_id) references training.rooms (district, id);

alter table training.sessions add constraint session_by_an_instructor foreign key (district, instructor_id) references training.instructors (district, id);

select public.app_protect('training.sessions', 'select, insert, delete');

create index sessions_by_day on training.sessions (district, day);

-- Half hours taken by a submitted class: a room, an instructor (by person), a trainee, or the class itself is nowhere twice.
-- Taken when the class is submitted, given back when it is returned.
create table training.slots (
  district       int not null,
  resource_kind  text not null check (resource_kind in ('room', 'instructor', 'trainee', 'class')),
  resource_id    uuid not null,
  day            date not null,
  half_hour      int not null check (half_hour between 0 and 47),
  class_id       uuid not null,
  session_id     uuid not null,
  constraint nobody_in_two_places primary key (district, resource_kind, resource_id, day, half_hour)
);

select public.app_distribute('training.slots', 'district');

alter table training.slots add constraint slot_of_a_class foreign key (district, class_id) references training.classes (district, id);

select public.app_protect('training.slots', 'select, insert, delete');

create index slots_of_a_class on training.slots (district, class_id);

-- One upload of a roster and what came of it. Nothing of a refused one is kept but the sealed file and its marks.
create table training.roster_imports (
  district        int not null,
  id              uuid not null,
  class_id        uuid not null,
  file_id         uuid not null,
  file_name       text not null,
  sha256          bytea not null,
  outcome         text not null check (outcome in ('imported', 'refused')),
  row_count       int not null,
  marks           jsonb not null default '[]',
  marked_file_id  uuid,
  account_id      uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('training.roster_imports', 'district');

alter table training.roster_imports add constraint roster_of_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.roster_imports add constraint roster_from_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('training.roster_imports', 'select, insert');

create index roster_imports_of_a_class on training.roster_imports (district, class_id, id);

-- One person on one roster. A corrected roster is a new import with new rows; these are never changed.
create table training.enrolments (
  district          int not null,
  id                uuid not null,
  class_id          uuid not null,
  roster_import_id  uuid not null,
  person_id         uuid not null,
  position          int not null,
  sheet_row         int not null,
  group_code        text not null,
  education         text not null default '',
  address_sealed    bytea,
  bank_account_id   uuid not null,
  doubts            jsonb not null default '[]',
  primary key (district, id),
  constraint once_on_a_roster unique (district, roster_import_id, person_id)
);

select public.app_distribute('training.enrolments', 'district');

alter table training.enrolments add constraint enrolment_in_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.enrolments add constraint enrolment_from_a_roster foreign key (district, roster_import_id) references training.roster_imports (district, id);

alter table training.enrolments add constraint enrolment_of_a_person foreign key (district, person_id) references people.persons (district, id);

alter table training.enrolments add constraint enrolment_paid_to_an_account foreign key (district, bank_account_id) references people.bank_accounts (district, id);

select public.app_protect('training.enrolments', 'select, insert');

create index enrolments_on_a_roster on training.enrolments (district, roster_import_id, position);

create index enrolments_of_a_person on training.enrolments (district, person_id);

-- One import of a paper attendance sheet. A correction is a sheet with the next version.
create table training.attendance_sheets (
  district     int not null,
  id           uuid not null,
  class_id     uuid not null,
  version      int not null check (version >= 1),
  method       text not null check (method in ('paper')),
  file_id      uuid not null,
  imported_by  uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint one_attendance_sheet_a_version unique (district, class_id, version)
);

select public.app_distribute('training.attendance_sheets', 'district');

alter table training.attendance_sheets add constraint attendance_of_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.attendance_sheets add constraint attendance_from_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('training.attendance_sheets', 'select, insert');

-- One sign on the sheet: this person, this session, as written. Never changed.
create table training.attendance_signs (
  district       int not null,
  id             uuid not null,
  sheet_id       uuid not null,
  enrolment_id   uuid not null,
  session_id     uuid not null,
  written        text not null,
  credit         text not null check (credit in ('present', 'late', 'leave', 'absent')),
  sheet_row      int not null,
  sheet_column   int not null,
  primary key (district, id),
  constraint one_sign_a_session unique (district, sheet_id, enrolment_id, session_id)
);

select public.app_distribute('training.attendance_signs', 'district');

alter table training.attendance_signs add constraint sign_on_a_sheet foreign key (district, sheet_id) references training.attendance_sheets (district, id);

alter table training.attendance_signs add constraint sign_of_an_enrolment foreign key (district, enrolment_id) references training.enrolments (district, id);

alter table training.attendance_signs add constraint sign_for_a_session foreign key (district, session_id) references training.sessions (district, id);

select public.app_protect('training.attendance_signs', 'select, insert');

-- What attendance came to for one person of one class, from one version of the sheet. Never changed.
create table training.musters (
  district           int not null,
  id                 uuid not null,
  class_id           uuid not null,
  enrolment_id       uuid not null,
  sheet_id           uuid not null,
  planned_sessions   int not null check (planned_sessions > 0),
  attended_sessions  int not null,
  planned_minutes    int not null check (planned_minutes > 0),
  attended_minutes   int not null check (attended_minutes >= 0),
  business_at        timestamptz not null,
  primary key (district, id),
  constraint not_more_than_planned check (attended_minutes <= planned_minutes and attended_sessions <= planned_sessions),
  constraint one_muster_a_sheet unique (district, enrolment_id, sheet_id)
);

select public.app_distribute('training.musters', 'district');

alter table training.musters add constraint muster_of_an_enrolment foreign key (district, enrolment_id) references training.enrolments (district, id);

alter table training.musters add constraint muster_from_a_sheet foreign key (district, sheet_id) references training.attendance_sheets (district, id);

select public.app_protect('training.musters', 'select, insert');

create index musters_of_a_class on training.musters (district, class_id);
