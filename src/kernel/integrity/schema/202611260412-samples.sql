-- A sample that the auditor plans: from which records, how many of each stratum. Once planned nothing of it is changed:
-- the population is kept as a file, its hash stands here, and the seed is the root of the seal this row comes under.
create table integrity.samples (
  district           int not null,
  id                 uuid not null,
  number             text collate "C" not null,
  purpose            text not null check (length(purpose) between 2 and 300),
  population         text not null,
  filter             jsonb not null,
  stratified_by      text check (stratified_by in ('organisation', 'scheme', 'state')),
  take               int not null check (take between 1 and 500),
  candidates         int not null check (candidates > 0),
  population_sha256  bytea not null check (length(population_sha256) = 32),
  file_id            uuid not null,
  person_id          uuid not null,
  account_id         uuid not null,
  business_at        timestamptz not null,
  recorded_at        timestamptz not null default now(),
  primary key (district, id),
  constraint one_sample_number unique (district, number)
);

select public.app_distribute('integrity.samples', 'district');

alter table integrity.samples add constraint population_kept_sealed foreign key (district, file_id) references files.files (district, id);

alter table integrity.samples add constraint sample_planned_by_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.samples', 'select, insert');

-- It was drawn, once, by the root of the seal under which it was planned.
create table integrity.sample_draws (
  district     int not null,
  sample_id    uuid not null,
  seed         text not null check (seed ~ '^[0-9a-f]{64}$'),
  seal_number  int not null,
  person_id    uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, sample_id)
);

select public.app_distribute('integrity.sample_draws', 'district');

alter table integrity.sample_draws add constraint draw_of_a_sample foreign key (district, sample_id) references integrity.samples (district, id);

alter table integrity.sample_draws add constraint sample_drawn_by_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.sample_draws', 'select, insert');

-- What was drawn, in the order of the drawing.
create table integrity.sample_items (
  district       int not null,
  id             uuid not null,
  sample_id      uuid not null,
  nth            int not null check (nth > 0),
  stratum        text not null,
  subject_kind   text not null,
  subject_id     uuid not null,
  subject_title  jsonb not null,
  recorded_at    timestamptz not null default now(),
  primary key (district, id),
  constraint one_place_in_a_sample unique (district, sample_id, nth),
  constraint drawn_once_in_a_sample unique (district, sample_id, subject_id),
  constraint an_item_of_its_sample unique (district, sample_id, id)
);

select public.app_distribute('integrity.sample_items', 'district');

alter table integrity.sample_items add constraint item_of_a_draw foreign key (district, sample_id) references integrity.sample_draws (district, sample_id);

select public.app_protect('integrity.sample_items', 'select, insert');

create index samples_with_a_subject on integrity.sample_items (district, subject_kind, subject_id);

-- What the auditor saw at an item: fine, or a finding. The newest counts; none is changed.
create table integrity.sample_marks (
  district     int not null,
  id           uuid not null,
  sample_id    uuid not null,
  item_id      uuid not null,
  nth          int not null check (nth > 0),
  verdict      text not null check (verdict in ('fine', 'finding')),
  note         text not null default '' check (length(note) <= 500),
  finding_id   uuid,
  person_id    uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint one_mark_at_a_time unique (district, item_id, nth),
  constraint a_finding_names_itself check ((verdict = 'finding') = (finding_id is not null))
);

select public.app_distribute('integrity.sample_marks', 'district');

alter table integrity.sample_marks add constraint mark_of_an_item foreign key (district, sample_id, item_id) references integrity.sample_items (district, sample_id, id);

alter table integrity.sample_marks add constraint mark_by_a_finding foreign key (district, finding_id) references integrity.findings (district, id);

alter table integrity.sample_marks add constraint item_marked_by_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.sample_marks', 'select, insert');

select public.app_seal('integrity.samples');

select public.app_seal('integrity.sample_draws');

select public.app_seal('integrity.sample_items');

select public.app_seal('integrity.sample_marks');
