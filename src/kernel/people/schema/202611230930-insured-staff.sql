-- One employer's list of insured staff that somebody gave us: which file, whose words for it, as of which day. The row
-- count is written once, at the end of the import's own transaction; nothing else ever changes.
create table people.insured_imports (
  district      int not null,
  id            uuid not null,
  file_id       uuid not null,
  file_name     text not null,
  sha256        bytea not null,
  source        text not null check (length(source) between 1 and 200),
  as_of         date not null,
  row_count     int check (row_count > 0),
  account_id    uuid not null,
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint one_import_per_insured_list unique (district, sha256)
);

select public.app_distribute('people.insured_imports', 'district');

alter table people.insured_imports add constraint insured_list_from_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('people.insured_imports', 'select, insert, update (row_count)');

-- One spell of insurance of one person with one employer. The person is a keyed hash and nothing else: who is not in one
-- of our own rosters cannot be told from this table. Months are YYYY-MM; without an end the insurance goes on.
create table people.insured_staff (
  district         int not null,
  id               uuid not null,
  import_id        uuid not null,
  uscc             text not null,
  employer_name    text not null,
  identity_lookup  bytea not null,
  from_month       text not null check (from_month like '____-__'),
  to_month         text check (to_month like '____-__'),
  primary key (district, id),
  constraint insurance_ends_after_it_begins check (to_month >= from_month)
);

select public.app_distribute('people.insured_staff', 'district');

alter table people.insured_staff add constraint staff_of_an_insured_list foreign key (district, import_id) references people.insured_imports (district, id);

select public.app_protect('people.insured_staff', 'select, insert');

create index insured_staff_by_identity on people.insured_staff (district, identity_lookup);
