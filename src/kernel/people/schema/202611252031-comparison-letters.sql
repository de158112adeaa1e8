-- One letter to another office: whether its register knows these people. Nothing of it ever changes; whether it has been
-- answered, its answers tell. The roster that goes out is made from the frozen rows each time and is kept nowhere.
create table people.letters (
  district      int not null,
  id            uuid not null,
  number        text not null,
  register      text not null check (register in ('pension-payments', 'government-payroll', 'deaths', 'insured-staff', 'province-subsidies')),
  office        text not null check (length(office) between 1 and 100),
  purpose       text not null check (length(purpose) between 1 and 200),
  from_date     date not null,
  to_date       date not null,
  made_on       date not null,
  expires_on    date not null,
  person_count  int not null check (person_count > 0),
  account_id    uuid not null,
  person_id     uuid not null,
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint one_letter_per_number unique (district, number),
  constraint a_letter_asks_of_a_period check (to_date >= from_date),
  constraint a_letter_expires_after_it_is_made check (expires_on >= made_on)
);

select public.app_distribute('people.letters', 'district');

select public.app_protect('people.letters', 'select, insert');

create index letters_by_register on people.letters (district, register, id);

-- A group of people a letter asks about: a class. What it is called, its own room tells.
create table people.letter_groups (
  district   int not null,
  letter_id  uuid not null,
  group_id   uuid not null,
  kind       text not null,
  primary key (district, letter_id, group_id)
);

select public.app_distribute('people.letter_groups', 'district');

alter table people.letter_groups add constraint group_of_a_letter foreign key (district, letter_id) references people.letters (district, id);

select public.app_protect('people.letter_groups', 'select, insert');

create index letters_of_a_group on people.letter_groups (district, group_id, letter_id);

-- One person a letter asks about, under the name they had when it was made. The number stays with the person, sealed.
create table people.letter_people (
  district   int not null,
  letter_id  uuid not null,
  position   int not null check (position > 0),
  person_id  uuid not null,
  name       text not null check (length(name) between 1 and 100),
  primary key (district, letter_id, position),
  constraint once_on_a_letter unique (district, letter_id, person_id)
);

select public.app_distribute('people.letter_people', 'district');

alter table people.letter_people add constraint person_of_a_letter foreign key (district, letter_id) references people.letters (district, id);

alter table people.letter_people add constraint letter_about_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('people.letter_people', 'select, insert');

create index letters_about_a_person on people.letter_people (district, person_id, letter_id);

-- What an office answered to a letter, and as of which day its data are. Neither the file nor a line of it about anybody
-- else is kept: of those, only how many there were. The fingerprint is of the file and the day, or of "none" and the day.
create table people.letter_answers (
  district        int not null,
  id              uuid not null,
  letter_id       uuid not null,
  kind            text not null check (kind in ('file', 'no-hits')),
  office          text not null check (length(office) between 1 and 100),
  as_of           date not null,
  file_name       text,
  sha256          bytea,
  fingerprint     bytea not null,
  line_count      int not null check (line_count >= 0),
  hit_count       int not null check (hit_count >= 0),
  stranger_count  int not null check (stranger_count >= 0),
  account_id      uuid not null,
  person_id       uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id),
  constraint an_answer_is_taken_once unique (district, letter_id, fingerprint),
  constraint a_file_has_its_hash check ((kind = 'file') = (sha256 is not null and file_name is not null)),
  constraint no_hits_has_no_lines check (kind = 'file' or (line_count = 0 and hit_count = 0 and stranger_count = 0))
);

select public.app_distribute('people.letter_answers', 'district');

alter table people.letter_answers add constraint answer_to_a_letter foreign key (district, letter_id) references people.letters (district, id);

select public.app_protect('people.letter_answers', 'select, insert');

-- One line of an office's register about a person its letter asks about. Months are YYYY-MM, days YYYY-MM-DD; a start the
-- office did not say is null, an end it did not say means that it goes on. The name only where it differs, and masked.
create table people.register_hits (
  district       int not null,
  id             uuid not null,
  answer_id      uuid not null,
  letter_id      uuid not null,
  person_id      uuid not null,
  sheet_row      int not null check (sheet_row > 0),
  from_text      text check (from_text like '____-__' or from_text like '____-__-__'),
  to_text        text check (to_text like '____-__' or to_text like '____-__-__'),
  says           text not null check (length(says) <= 200),
  uscc           text,
  other_name     text,
  primary key (district, id),
  constraint one_hit_a_line unique (district, answer_id, sheet_row),
  constraint a_hit_ends_after_it_begins check (to_text >= from_text)
);

select public.app_distribute('people.register_hits', 'district');

alter table people.register_hits add constraint hit_of_an_answer foreign key (district, answer_id) references people.letter_answers (district, id);

alter table people.register_hits add constraint hit_about_a_person_of_the_letter foreign key (district, letter_id, person_id) references people.letter_people (district, letter_id, person_id);

select public.app_protect('people.register_hits', 'select, insert');

create index hits_of_a_letter on people.register_hits (district, letter_id);

create index hits_about_a_person on people.register_hits (district, person_id, letter_id);
