-- An inspection on the spot: so many heads were counted at a session of a class in one minute, by one inspector; another
-- natural person who was there confirms it. Never changed.
create table training.inspections (
  district     int not null,
  id           uuid not null,
  class_id     uuid not null,
  session_id   uuid not null,
  minute       int not null check (minute between 0 and 1440),
  head_count   int not null check (head_count >= 0),
  note         text not null default '',
  account_id   uuid not null,
  person_id    uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint inspector_of_an_inspection unique (district, id, person_id)
);

select public.app_distribute('training.inspections', 'district');

alter table training.inspections add constraint inspection_of_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.inspections add constraint inspection_of_a_session foreign key (district, session_id) references training.sessions (district, id);

select public.app_protect('training.inspections', 'select, insert');

select public.app_seal('training.inspections');

create index inspections_of_a_class on training.inspections (district, class_id, id);

create index inspections_of_a_session on training.inspections (district, session_id);

-- The second inspector says that it was so: another natural person than who counted.
create table training.inspection_confirmations (
  district             int not null,
  id                   uuid not null,
  inspection_id        uuid not null,
  inspector_person_id  uuid not null,
  account_id           uuid not null,
  person_id            uuid not null,
  business_at          timestamptz not null,
  recorded_at          timestamptz not null default now(),
  primary key (district, id),
  constraint an_inspection_is_confirmed_once unique (district, inspection_id),
  constraint two_inspectors_are_two_people check (person_id <> inspector_person_id)
);

select public.app_distribute('training.inspection_confirmations', 'district');

alter table training.inspection_confirmations add constraint confirmation_of_an_inspection foreign key (district, inspection_id, inspector_person_id) references training.inspections (district, id, person_id);

select public.app_protect('training.inspection_confirmations', 'select, insert');

select public.app_seal('training.inspection_confirmations');

-- A photo taken at an inspection; the picture is a sealed file.
create table training.inspection_photos (
  district       int not null,
  id             uuid not null,
  inspection_id  uuid not null,
  file_id        uuid not null,
  file_name      text not null,
  media_type     text not null,
  size_bytes     int not null,
  account_id     uuid not null,
  person_id      uuid not null,
  business_at    timestamptz not null,
  recorded_at    timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('training.inspection_photos', 'district');

alter table training.inspection_photos add constraint photo_of_an_inspection foreign key (district, inspection_id) references training.inspections (district, id);

alter table training.inspection_photos add constraint inspection_photo_in_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('training.inspection_photos', 'select, insert');

select public.app_seal('training.inspection_photos');

create index photos_of_an_inspection on training.inspection_photos (district, inspection_id, id);
