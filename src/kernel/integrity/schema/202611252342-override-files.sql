-- A paper that supports an override, kept sealed; added while it is not settled, never changed, each opening recorded.
create table integrity.override_files (
  district     int not null,
  id           uuid not null,
  override_id  uuid not null,
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
  constraint a_paper_of_an_override_is_kept_once unique (district, override_id, file_sha256)
);

select public.app_distribute('integrity.override_files', 'district');

alter table integrity.override_files add constraint paper_of_an_override foreign key (district, override_id) references integrity.overrides (district, id);

alter table integrity.override_files add constraint paper_kept_sealed foreign key (district, file_id) references files.files (district, id);

alter table integrity.override_files add constraint paper_added_by_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.override_files', 'select, insert');
