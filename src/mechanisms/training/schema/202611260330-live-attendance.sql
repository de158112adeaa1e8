-- A session of the timetable held live: who opened it, on which device, when. `phase` is what may be signed now and is
-- the only thing that moves; every move leaves an event. `opened_at` is the server's real time, `business_at` the
-- business time that the windows are counted in, `device_at` what the device's own clock said (null where it did not).
create table training.live_sessions (
  district     int not null,
  id           uuid not null,
  class_id     uuid not null,
  session_id   uuid not null,
  phase        text not null check (phase in ('in', 'out', 'closed')),
  account_id   uuid not null,
  person_id    uuid not null,
  device       bytea not null check (length(device) = 32),
  opened_at    timestamptz not null default clock_timestamp(),
  business_at  timestamptz not null,
  device_at    timestamptz,
  primary key (district, id),
  constraint a_session_is_opened_once unique (district, session_id)
);

select public.app_distribute('training.live_sessions', 'district');

alter table training.live_sessions add constraint live_session_of_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.live_sessions add constraint live_session_on_the_timetable foreign key (district, session_id) references training.sessions (district, id);

select public.app_protect('training.live_sessions', 'select, insert, update (phase)');

create index live_sessions_of_a_class on training.live_sessions (district, class_id);

create index live_sessions_open on training.live_sessions (district, phase) where phase <> 'closed';

-- Every move of a live session, the opening among them. Account null: closed by the platform when its time was over.
create table training.live_events (
  district         int not null,
  id               uuid not null,
  live_session_id  uuid not null,
  phase            text not null check (phase in ('in', 'out', 'closed')),
  account_id       uuid,
  person_id        uuid,
  device           bytea check (length(device) = 32),
  happened_at      timestamptz not null default clock_timestamp(),
  business_at      timestamptz not null,
  device_at        timestamptz,
  primary key (district, id)
);

select public.app_distribute('training.live_events', 'district');

alter table training.live_events add constraint event_of_a_live_session foreign key (district, live_session_id) references training.live_sessions (district, id);

select public.app_protect('training.live_events', 'select, insert');

create index events_of_a_live_session on training.live_events (district, live_session_id, id);

-- One live sign, as it came: never changed. `kind` says whether somebody came, left, or was given leave. `seen_at` is when
-- the code was scanned (lateness counts from it), `signed_at` when the sign reached the server; both real server time.
-- `device` is a keyed hash of the browser it came from: the trainee's own phone, or the operator's tablet. `account_id`
-- and `person_id` are the operator's, null when the trainee signed themself. `nth` is 1, and one more after each strike.
create table training.live_signs (
  district         int not null,
  id               uuid not null,
  live_session_id  uuid not null,
  enrolment_id     uuid not null,
  kind             text not null check (kind in ('in', 'out', 'leave')),
  method           text not null check (method in ('qr', 'code', 'roll-call', 'card', 'assisted')),
  nth              int not null default 1 check (nth >= 1),
  device           bytea not null check (length(device) = 32),
  seen_at          timestamptz not null,
  signed_at        timestamptz not null,
  business_at      timestamptz not null,
  device_at        timestamptz,
  account_id       uuid,
  person_id        uuid,
  minutes_late     int not null default 0 check (minutes_late >= 0),
  minutes_early    int not null default 0 check (minutes_early >= 0),
  quality          text not null check (quality in ('strong', 'fair', 'weak')),
  reason           text not null default '',
  primary key (district, id),
  constraint once_signed_live unique (district, live_session_id, enrolment_id, kind, nth),
  constraint themself_or_by_an_operator check ((method in ('qr', 'code')) = (account_id is null) and (account_id is null) = (person_id is null)),
  constraint assisted_signs_and_leave_have_a_reason check ((method <> 'assisted' and kind <> 'leave') or reason <> ''),
  constraint only_who_comes_is_late check ((kind = 'in' or minutes_late = 0) and (kind = 'out' or minutes_early = 0))
);

select public.app_distribute('training.live_signs', 'district');

alter table training.live_signs add constraint live_sign_at_a_live_session foreign key (district, live_session_id) references training.live_sessions (district, id);

alter table training.live_signs add constraint live_sign_of_an_enrolment foreign key (district, enrolment_id) references training.enrolments (district, id);

select public.app_protect('training.live_signs', 'select, insert');

create index live_signs_of_an_enrolment on training.live_signs (district, enrolment_id);

create index live_signs_by_device on training.live_signs (district, device);

-- A live sign that was a mistake: it stays, with who struck it and why, and counts no more.
create table training.live_strikes (
  district     int not null,
  id           uuid not null,
  sign_id      uuid not null,
  reason       text not null check (reason <> ''),
  account_id   uuid not null,
  person_id    uuid not null,
  device       bytea not null check (length(device) = 32),
  struck_at    timestamptz not null default clock_timestamp(),
  business_at  timestamptz not null,
  primary key (district, id),
  constraint a_sign_is_struck_once unique (district, sign_id)
);

select public.app_distribute('training.live_strikes', 'district');

alter table training.live_strikes add constraint strike_of_a_live_sign foreign key (district, sign_id) references training.live_signs (district, id);

select public.app_protect('training.live_strikes', 'select, insert');

-- Somebody known tried to sign and was refused: evidence, as a sign is. `other_enrolment_id` is whose phone it was when a
-- second person tried on it.
create table training.live_refusals (
  district            int not null,
  id                  uuid not null,
  live_session_id     uuid not null,
  enrolment_id        uuid,
  kind                text not null check (kind in ('in', 'out')),
  method              text not null check (method in ('qr', 'code', 'card')),
  why                 text not null check (why in ('expired', 'early', 'late', 'closed', 'not-on-roster', 'phone-of-another')),
  device              bytea not null check (length(device) = 32),
  other_enrolment_id  uuid,
  happened_at         timestamptz not null default clock_timestamp(),
  business_at         timestamptz not null,
  primary key (district, id),
  constraint whose_phone_it_was check ((why = 'phone-of-another') = (other_enrolment_id is not null))
);

select public.app_distribute('training.live_refusals', 'district');

alter table training.live_refusals add constraint refusal_at_a_live_session foreign key (district, live_session_id) references training.live_sessions (district, id);

alter table training.live_refusals add constraint refusal_of_an_enrolment foreign key (district, enrolment_id) references training.enrolments (district, id);

alter table training.live_refusals add constraint refusal_on_the_phone_of_an_enrolment foreign key (district, other_enrolment_id) references training.enrolments (district, id);

select public.app_protect('training.live_refusals', 'select, insert');

create index refusals_at_a_live_session on training.live_refusals (district, live_session_id, id);

-- A photo of the class at a session; the picture is a sealed file.
create table training.class_photos (
  district         int not null,
  id               uuid not null,
  live_session_id  uuid not null,
  file_id          uuid not null,
  account_id       uuid not null,
  person_id        uuid not null,
  device           bytea not null check (length(device) = 32),
  taken_at         timestamptz not null default clock_timestamp(),
  business_at      timestamptz not null,
  device_at        timestamptz,
  primary key (district, id)
);

select public.app_distribute('training.class_photos', 'district');

alter table training.class_photos add constraint photo_of_a_live_session foreign key (district, live_session_id) references training.live_sessions (district, id);

alter table training.class_photos add constraint photo_in_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('training.class_photos', 'select, insert');

create index photos_of_a_live_session on training.class_photos (district, live_session_id, id);

-- A trainee's phone, remembered for one class until it ends: who proved by a one-time code that they are this person
-- need not do so at every session. The token itself is never kept. Real time.
create table training.class_passes (
  district      int not null,
  token_sha256  bytea not null,
  class_id      uuid not null,
  person_id     uuid not null,
  device        bytea not null check (length(device) = 32),
  made_at       timestamptz not null default clock_timestamp(),
  expires_at    timestamptz not null,
  ended_at      timestamptz,
  primary key (district, token_sha256)
);

select public.app_distribute('training.class_passes', 'district');

alter table training.class_passes add constraint pass_of_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.class_passes add constraint pass_of_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('training.class_passes', 'select, insert, delete, update (ended_at)');

create index passes_of_a_class on training.class_passes (district, class_id, person_id);

-- How often six digits or a card number were tried in vain within an hour of real time, by a keyed hash of the device, of
-- the address or of the live session.
create table training.live_tries (
  district  int not null,
  what      text not null check (what in ('code-by-device', 'code-by-address', 'card-by-session')),
  of_whom   bytea not null,
  hour      timestamptz not null,
  count     int not null check (count > 0),
  primary key (district, what, of_whom, hour)
);

select public.app_distribute('training.live_tries', 'district');

select public.app_protect('training.live_tries', 'select, insert, delete, update (count)');

create index live_tries_by_hour on training.live_tries (district, hour);
