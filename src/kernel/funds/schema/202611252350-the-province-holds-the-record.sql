-- A pre-checked list: everybody of one group due under a scheme whose record the province holds. It reserves no money and
-- no bank is told of it; two people pass it, then it goes out in the province's template. Nothing but its status changes.
create table funds.province_lists (
  district           int not null,
  id                 uuid not null,
  number             text collate "C" not null,
  scheme             text not null,
  scheme_version     text not null,
  scheme_title       jsonb not null,
  fund               text not null,
  organisation_id    uuid not null,
  organisation_name  text not null,
  fact_kind          text not null,
  group_kind         text not null,
  group_id           uuid not null,
  title              text not null,
  head_count         int not null check (head_count > 0),
  held_count         int not null check (held_count >= 0),
  refused_count      int not null check (refused_count >= 0),
  amount_fen         bigint not null check (amount_fen > 0),
  check_run_id       uuid not null,
  checks_asked       int not null check (checks_asked >= 0),
  checks_passed      int not null check (checks_passed between 0 and checks_asked),
  unavailable        jsonb not null,
  content_sha256     bytea not null,
  status             text not null check (status in ('assembled', 'first-passed', 'second-passed', 'exported', 'returned')),
  assembled_at       timestamptz not null,
  primary key (district, id),
  constraint one_pre_checked_list_number unique (district, number)
);

select public.app_distribute('funds.province_lists', 'district');

alter table funds.province_lists add constraint pre_checked_list_by_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

select public.app_protect('funds.province_lists', 'select, insert, update (status)');

create unique index one_open_list_a_group_and_scheme on funds.province_lists (district, group_id, scheme) where status <> 'returned';

create index province_lists_by_status on funds.province_lists (district, status, id);

create index province_lists_of_an_organisation on funds.province_lists (district, organisation_id, id);

-- Everybody a pre-checked list speaks of, frozen: what the file for the province and the reconciliation are made from. The
-- person is met again by the keyed hash of their number; names and numbers are kept masked only.
create table funds.province_list_people (
  district         int not null,
  id               uuid not null,
  list_id          uuid not null,
  scheme           text not null,
  decision_id      uuid not null,
  fact_id          uuid not null,
  subject_id       uuid not null,
  person_id        uuid not null,
  position         int not null,
  reference        text not null,
  identity_lookup  bytea not null,
  masked_name      text not null,
  masked_identity  text not null,
  level            text,
  certificate_no   text,
  bank_account_id  uuid not null,
  standing         text not null check (standing in ('due', 'held', 'refused')),
  amount_fen       bigint not null check (amount_fen >= 0),
  reasons          jsonb not null,
  primary key (district, id),
  constraint one_place_a_decision_on_a_list unique (district, list_id, decision_id),
  constraint one_reference_a_person_of_a_list unique (district, list_id, reference)
);

select public.app_distribute('funds.province_list_people', 'district');

alter table funds.province_list_people add constraint people_of_a_pre_checked_list foreign key (district, list_id) references funds.province_lists (district, id);

alter table funds.province_list_people add constraint pre_checked_by_a_decision foreign key (district, decision_id) references policy.decisions (district, id);

select public.app_protect('funds.province_list_people', 'select, insert');

create index pre_checked_people_by_hash on funds.province_list_people (district, scheme, identity_lookup);

create index pre_checked_people_of_a_list on funds.province_list_people (district, list_id, position);

create index pre_checked_people_by_decision on funds.province_list_people (district, decision_id);

create index pre_checked_people_by_person on funds.province_list_people (district, person_id);

-- Who has a list in hand and how; a review stands here with its outcome and the content it was given on. One person, one
-- duty; each review once.
create table funds.province_list_hands (
  district        int not null,
  list_id         uuid not null,
  person_id       uuid not null,
  duty            text not null check (duty in ('beneficiary', 'instruction', 'initial-review', 'second-review')),
  outcome         text check (outcome in ('passed', 'returned')),
  reasons         jsonb not null default '[]',
  content_sha256  bytea,
  account_id      uuid,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, list_id, person_id),
  constraint a_review_of_a_list_has_an_outcome check ((duty in ('initial-review', 'second-review')) = (outcome is not null and content_sha256 is not null and account_id is not null))
);

select public.app_distribute('funds.province_list_hands', 'district');

alter table funds.province_list_hands add constraint hands_on_a_pre_checked_list foreign key (district, list_id) references funds.province_lists (district, id);

select public.app_protect('funds.province_list_hands', 'select, insert');

create unique index each_review_once_on_a_list on funds.province_list_hands (district, list_id, duty) where duty in ('initial-review', 'second-review');

-- Every change of a list's status.
create table funds.province_list_events (
  district     int not null,
  id           uuid not null,
  list_id      uuid not null,
  status_from  text,
  status_to    text not null,
  person_id    uuid,
  note         text not null default '',
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.province_list_events', 'district');

alter table funds.province_list_events add constraint events_of_a_pre_checked_list foreign key (district, list_id) references funds.province_lists (district, id);

select public.app_protect('funds.province_list_events', 'select, insert');

create index events_of_a_pre_checked_list on funds.province_list_events (district, list_id, id);

-- The file a list became for the province, with the template it was written by: its bytes are a function of both.
create table funds.province_exports (
  district     int not null,
  id           uuid not null,
  list_id      uuid not null,
  file_id      uuid not null,
  name         text not null,
  sha256       bytea not null,
  template     jsonb not null,
  purpose      text not null check (length(purpose) between 2 and 500),
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint one_province_file_a_list unique (district, list_id)
);

select public.app_distribute('funds.province_exports', 'district');

alter table funds.province_exports add constraint province_file_of_a_list foreign key (district, list_id) references funds.province_lists (district, id);

alter table funds.province_exports add constraint province_file_is_kept foreign key (district, file_id) references files.files (district, id);

select public.app_protect('funds.province_exports', 'select, insert');

-- What the province said of a scheme as of a day: one file, whole, once. `whole` says that it holds everything the province
-- has of the scheme, so that whatever earlier files held and this one does not is no longer there.
create table funds.province_imports (
  district      int not null,
  id            uuid not null,
  scheme        text not null,
  as_of         date not null,
  whole         boolean not null,
  file_id       uuid not null,
  file_name     text not null,
  sha256        bytea not null,
  columns_read  jsonb not null,
  row_count     int,
  paid_count    int,
  amount_fen    bigint,
  paid_fen      bigint,
  account_id    uuid not null,
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint a_province_file_is_imported_once unique (district, scheme, sha256)
);

select public.app_distribute('funds.province_imports', 'district');

alter table funds.province_imports add constraint import_of_a_kept_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('funds.province_imports', 'select, insert, update (row_count, paid_count, amount_fen, paid_fen)');

create index province_imports_of_a_scheme on funds.province_imports (district, scheme, id);

-- One line of such a file. The newest line of a reference number is what the province says now; older ones stay.
create table funds.province_rows (
  district         int not null,
  id               uuid not null,
  import_id        uuid not null,
  scheme           text not null,
  sheet_row        int not null,
  reference        text not null,
  our_reference    text,
  identity_lookup  bytea not null,
  masked_name      text not null,
  masked_identity  text not null,
  level            text,
  certificate_no   text,
  amount_fen       bigint not null check (amount_fen > 0),
  state            text not null check (state in ('received', 'returned', 'approved', 'paid')),
  reason           text not null default '',
  paid_on          date,
  paid_fen         bigint check (paid_fen > 0),
  primary key (district, id),
  constraint one_line_a_reference_and_import unique (district, import_id, reference),
  constraint what_is_paid_has_a_day_and_a_sum check ((state = 'paid') = (paid_on is not null and paid_fen is not null))
);

select public.app_distribute('funds.province_rows', 'district');

alter table funds.province_rows add constraint line_of_a_province_import foreign key (district, import_id) references funds.province_imports (district, id);

select public.app_protect('funds.province_rows', 'select, insert');

create index province_rows_by_hash on funds.province_rows (district, scheme, identity_lookup);

create index province_rows_by_reference on funds.province_rows (district, scheme, reference, import_id);

-- What the columns of the province's files mean, remembered by the set of their headings; the newest counts.
create table funds.province_mappings (
  district         int not null,
  id               uuid not null,
  headings_sha256  bytea not null,
  columns          jsonb not null,
  account_id       uuid not null,
  business_at      timestamptz not null,
  recorded_at      timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.province_mappings', 'district');

select public.app_protect('funds.province_mappings', 'select, insert');

create index province_mappings_by_headings on funds.province_mappings (district, headings_sha256, id);

-- One comparison of both sides of a scheme; the newest counts.
create table funds.reconciliations (
  district     int not null,
  id           uuid not null,
  scheme       text not null,
  import_id    uuid,
  here_count   int not null,
  here_fen     bigint not null,
  there_count  int not null,
  there_fen    bigint not null,
  paid_count   int not null,
  paid_fen     bigint not null,
  agree_count  int not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.reconciliations', 'district');

select public.app_protect('funds.reconciliations', 'select, insert');

create index reconciliations_of_a_scheme on funds.reconciliations (district, scheme, id);

-- A line on which the two sides differ. `about` names the line from one comparison to the next, `says` is what both sides
-- say of it: a settlement counts while `says` is still the same.
create table funds.reconciliation_lines (
  district           int not null,
  id                 uuid not null,
  reconciliation_id  uuid not null,
  scheme             text not null,
  kind               text not null check (kind in ('here-not-there', 'there-not-here', 'sum-differs', 'state-differs', 'paid-twice')),
  about              text not null,
  says               text not null,
  list_person_id     uuid,
  province_row_id    uuid,
  masked_name        text not null,
  masked_identity    text not null,
  here               jsonb not null,
  there              jsonb not null,
  other              jsonb,
  primary key (district, id)
);

select public.app_distribute('funds.reconciliation_lines', 'district');

alter table funds.reconciliation_lines add constraint line_of_a_reconciliation foreign key (district, reconciliation_id) references funds.reconciliations (district, id);

select public.app_protect('funds.reconciliation_lines', 'select, insert');

create index lines_of_a_reconciliation on funds.reconciliation_lines (district, reconciliation_id, id);

-- How somebody settled a line: whose word stands or what was asked, why, and what it rests on.
create table funds.reconciliation_settlements (
  district     int not null,
  id           uuid not null,
  scheme       text not null,
  kind         text not null,
  about        text not null,
  says         text not null,
  outcome      text not null check (outcome in ('theirs', 'ours', 'asked', 'correct-here', 'same-payment')),
  reason       text not null check (length(reason) between 2 and 500),
  document     text not null default '',
  asked_on     date,
  person_id    uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint asking_has_a_day_and_a_document check (outcome <> 'asked' or (asked_on is not null and document <> ''))
);

select public.app_distribute('funds.reconciliation_settlements', 'district');

select public.app_protect('funds.reconciliation_settlements', 'select, insert');

create index settlements_of_a_line on funds.reconciliation_settlements (district, scheme, kind, about, id);
