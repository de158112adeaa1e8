-- What a person signed in as themselves asks to be put right in what the county holds of them: which value, what it should
-- be and why. Texts hold no long numbers; a telephone is sealed. The key makes a form that is sent twice one request.
create table people.correction_requests (
  district      int  not null,
  id            uuid not null,
  number        text not null,
  person_id     uuid not null,
  item          text not null check (item in ('name', 'phone', 'identity', 'account', 'address', 'education', 'attendance', 'marks', 'other')),
  should_be     text not null check (length(should_be) between 1 and 200),
  why           text not null check (length(why) between 2 and 500),
  phone_sealed  bytea,
  phone_masked  text,
  file_id       uuid,
  file_name     text check (length(file_name) between 1 and 300),
  media_type    text,
  size_bytes    int,
  form_key      text not null check (length(form_key) between 8 and 100),
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint one_correction_request_per_number unique (district, number),
  constraint a_request_sent_twice_is_one unique (district, person_id, form_key),
  constraint a_phone_asks_for_a_phone check ((item = 'phone') = (phone_sealed is not null) and (phone_sealed is null) = (phone_masked is null)),
  constraint a_request_file_is_whole check ((file_id is null) = (file_name is null) and (file_id is null) = (media_type is null) and (file_id is null) = (size_bytes is null))
);

select public.app_distribute('people.correction_requests', 'district');

alter table people.correction_requests add constraint correction_of_a_person foreign key (district, person_id) references people.persons (district, id);

alter table people.correction_requests add constraint correction_paper_kept_sealed foreign key (district, file_id) references files.files (district, id);

select public.app_protect('people.correction_requests', 'select, insert');

select public.app_seal('people.correction_requests');

create index correction_requests_of_a_person on people.correction_requests (district, person_id, id);

-- What somebody of the bureau answers, in turn. One that changes who somebody is or how they are reached counts once another
-- natural person has confirmed it; declined, the next may be given.
create table people.correction_answers (
  district      int  not null,
  request_id    uuid not null,
  nth           int  not null check (nth between 1 and 20),
  outcome       text not null check (outcome in ('corrected', 'declined')),
  answer        text not null check (length(answer) between 2 and 500),
  needs_second  boolean not null,
  answered_by   uuid not null,
  account_id    uuid not null,
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, request_id, nth)
);

select public.app_distribute('people.correction_answers', 'district');

alter table people.correction_answers add constraint answer_to_a_correction foreign key (district, request_id) references people.correction_requests (district, id);

alter table people.correction_answers add constraint answer_by_whom unique (district, request_id, nth, answered_by);

select public.app_protect('people.correction_answers', 'select, insert');

select public.app_seal('people.correction_answers');

create table people.correction_decisions (
  district     int  not null,
  request_id   uuid not null,
  nth          int  not null,
  answered_by  uuid not null,
  decided_by   uuid not null,
  account_id   uuid not null,
  verdict      text not null check (verdict in ('confirmed', 'declined')),
  reason       text not null default '' check (length(reason) <= 500),
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, request_id, nth),
  constraint two_people_correct_a_person check (decided_by <> answered_by),
  constraint a_correction_is_declined_for_a_reason check (verdict = 'confirmed' or length(reason) >= 2)
);

select public.app_distribute('people.correction_decisions', 'district');

alter table people.correction_decisions add constraint decision_on_an_answer foreign key (district, request_id, nth, answered_by) references people.correction_answers (district, request_id, nth, answered_by);

select public.app_protect('people.correction_decisions', 'select, insert');

select public.app_seal('people.correction_decisions');

-- What a person's name or telephone is since two people put it right. What was first said stays with the person's row; the
-- newest of these speaks.
create table people.corrected_values (
  district      int  not null,
  id            uuid not null,
  person_id     uuid not null,
  request_id    uuid not null,
  name          text check (length(name) between 1 and 100),
  phone_sealed  bytea,
  phone_masked  text,
  phone_lookup  bytea,
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint corrected_once_a_request unique (district, request_id),
  constraint a_name_or_a_phone check (num_nonnulls(name, phone_sealed) = 1 and num_nulls(phone_sealed, phone_masked, phone_lookup) in (0, 3))
);

select public.app_distribute('people.corrected_values', 'district');

alter table people.corrected_values add constraint corrected_value_of_a_person foreign key (district, person_id) references people.persons (district, id);

alter table people.corrected_values add constraint corrected_by_a_request foreign key (district, request_id) references people.correction_requests (district, id);

select public.app_protect('people.corrected_values', 'select, insert');

select public.app_seal('people.corrected_values');

create index corrected_values_of_a_person on people.corrected_values (district, person_id, id);

create index corrected_phones on people.corrected_values (district, phone_lookup);
