create schema marking;

grant usage on schema marking to shanjiang_app, shanjiang_reader;

-- One import of marks for an assessment (a class). A correction is a sheet with the next version.
create table marking.mark_sheets (
  district         int not null,
  id               uuid not null,
  assessment_kind  text not null,
  assessment_id    uuid not null,
  version          int not null check (version >= 1),
  file_id          uuid not null,
  file_name        text not null,
  issued_on        date not null,
  imported_by      uuid not null,
  business_at      timestamptz not null,
  recorded_at      timestamptz not null default now(),
  primary key (district, id),
  constraint one_mark_sheet_a_version unique (district, assessment_id, version)
);

select public.app_distribute('marking.mark_sheets', 'district');

alter table marking.mark_sheets add constraint mark_sheet_from_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('marking.mark_sheets', 'select, insert');

-- One mark of one candidate in one aspect; absent from it is an outcome of its own, not a zero. Never changed.
create table marking.marks (
  district      int not null,
  id            uuid not null,
  sheet_id      uuid not null,
  candidate_id  uuid not null,
  aspect        text not null check (aspect in ('theory', 'practice')),
  present       boolean not null,
  points        int check (points between 0 and 100),
  sheet_row     int not null,
  primary key (district, id),
  constraint a_mark_only_when_present check (present = (points is not null)),
  constraint one_mark_an_aspect unique (district, sheet_id, candidate_id, aspect)
);

select public.app_distribute('marking.marks', 'district');

alter table marking.marks add constraint mark_on_a_sheet foreign key (district, sheet_id) references marking.mark_sheets (district, id);

select public.app_protect('marking.marks', 'select, insert');

create index marks_of_a_candidate on marking.marks (district, candidate_id);
