-- An official form as it read at some moment: the same content keeps its code, a changed one gets another. Never changed.
-- The hash is of the form with numbers masked, so that it cannot be used to try numbers out.
create table record.papers (
  district        int not null,
  id              uuid not null,
  code            text not null check (code ~ '^[0-9A-Z]{5}-[0-9A-Z]{5}$'),
  form            text not null check (form ~ '^[a-z-]{2,40}$'),
  subject_kind    text not null,
  subject_id      uuid not null,
  part            text not null default '' check (length(part) <= 40),
  content_sha256  bytea not null check (length(content_sha256) = 32),
  pages           int not null check (pages > 0),
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id),
  constraint a_code_names_one_paper unique (district, code),
  constraint a_content_has_one_code unique (district, subject_id, form, part, content_sha256)
);

select public.app_distribute('record.papers', 'district');

select public.app_protect('record.papers', 'select, insert');

-- Somebody printed a paper; with numbers in full only for a reason.
create table record.paper_prints (
  district     int not null,
  id           uuid not null,
  paper_id     uuid not null,
  in_full      boolean not null,
  reason       text not null default '' check (length(reason) <= 500),
  account_id   uuid not null,
  person_id    uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint numbers_in_full_have_a_reason check (not in_full or length(reason) >= 4)
);

select public.app_distribute('record.paper_prints', 'district');

alter table record.paper_prints add constraint print_of_a_paper foreign key (district, paper_id) references record.papers (district, id);

select public.app_protect('record.paper_prints', 'select, insert');

create index prints_of_a_paper on record.paper_prints (district, paper_id, id);

-- A scan of a signed and sealed copy, or of another document about a record; the bytes lie sealed in files. Never changed.
create table record.scans (
  district         int not null,
  id               uuid not null,
  subject_kind     text not null,
  subject_id       uuid not null,
  form             text check (form ~ '^[a-z-]{2,40}$'),
  -- The paper whose code the scan bears.
  paper_id         uuid,
  title            text not null default '' check (length(title) <= 100),
  file_id          uuid not null,
  file_name        text not null check (length(file_name) between 1 and 200),
  media_type       text not null check (media_type in ('image/png', 'image/jpeg', 'application/pdf')),
  size_bytes       int not null check (size_bytes > 0),
  sha256           bytea not null check (length(sha256) = 32),
  -- Whose account attached it; null for the bureau's own.
  organisation_id  uuid,
  account_id       uuid not null,
  person_id        uuid not null,
  business_at      timestamptz not null,
  recorded_at      timestamptz not null default now(),
  primary key (district, id),
  constraint a_scan_says_of_what check (form is not null or length(title) >= 2)
);

select public.app_distribute('record.scans', 'district');

alter table record.scans add constraint scan_of_a_paper foreign key (district, paper_id) references record.papers (district, id);

alter table record.scans add constraint a_scan_has_its_bytes foreign key (district, file_id) references files.files (district, id);

select public.app_protect('record.scans', 'select, insert');

create index scans_of_a_subject on record.scans (district, subject_kind, subject_id, id);

-- A scan that was a mistake is struck out, once, with a reason; it stays.
create table record.scan_strikes (
  district     int not null,
  scan_id      uuid not null,
  reason       text not null check (length(reason) between 2 and 500),
  account_id   uuid not null,
  person_id    uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  constraint a_scan_is_struck_once primary key (district, scan_id)
);

select public.app_distribute('record.scan_strikes', 'district');

alter table record.scan_strikes add constraint strike_of_a_scan foreign key (district, scan_id) references record.scans (district, id);

select public.app_protect('record.scan_strikes', 'select, insert');
