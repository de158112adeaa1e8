-- One upload of an attendance or a marks sheet for a class and what came of it. Nothing of a refused one is kept but the
-- sealed file and its marks; an imported one has the id and the version of the sheet it became. Never changed.
create table training.sheet_uploads (
  district        int not null,
  id              uuid not null,
  class_id        uuid not null,
  kind            text not null check (kind in ('attendance', 'marks')),
  file_id         uuid not null,
  file_name       text not null,
  sha256          bytea not null,
  issued_on       date,
  outcome         text not null check (outcome in ('imported', 'refused')),
  version         int,
  row_count       int not null,
  marks           jsonb not null default '[]',
  marked_file_id  uuid,
  account_id      uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id),
  constraint only_an_imported_sheet_has_a_version check ((outcome = 'imported') = (version is not null)),
  constraint only_marks_have_a_date_of_issue check ((kind = 'marks') = (issued_on is not null))
);

select public.app_distribute('training.sheet_uploads', 'district');

alter table training.sheet_uploads add constraint sheet_of_a_class foreign key (district, class_id) references training.classes (district, id);

alter table training.sheet_uploads add constraint sheet_from_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('training.sheet_uploads', 'select, insert');

create index sheet_uploads_of_a_class on training.sheet_uploads (district, class_id, kind, id);

create index signs_of_an_enrolment on training.attendance_signs (district, enrolment_id, session_id);

create index musters_from_a_sheet on training.musters (district, sheet_id);
