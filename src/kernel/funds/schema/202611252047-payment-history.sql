-- Where we know past payments from: a ledger of last years (about everybody, for a period), or the province's answer about
-- named people (up to a day): looked up by a clerk, or given as a file. Never changed: figures are written once at the end
-- of the import's own transaction, and a mistake is withdrawn, after which its rows stay and no longer count.
create table funds.history_sources (
  district      int not null,
  id            uuid not null,
  kind          text not null check (kind in ('ledger', 'province-lookup', 'province-file')),
  source        text not null check (length(source) between 1 and 100),
  about         text not null,
  covers_from   date,
  covers_to     date not null,
  families      text[] not null check (cardinality(families) > 0),
  file_id       uuid,
  file_name     text not null,
  sha256        bytea not null,
  group_kind    text,
  group_id      uuid,
  group_title   jsonb,
  columns_read  jsonb not null default '[]',
  row_count     int,
  amount_fen    bigint,
  doubts        jsonb not null default '[]',
  withdrawn     boolean not null default false,
  account_id    uuid not null,
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint history_covers_in_order check (covers_from <= covers_to),
  constraint a_ledger_covers_from_a_day check (kind <> 'ledger' or covers_from is not null),
  constraint the_province_answers_about_a_group check ((kind = 'ledger') = (group_id is null))
);

select public.app_distribute('funds.history_sources', 'district');

alter table funds.history_sources add constraint history_from_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('funds.history_sources', 'select, insert, update (row_count, amount_fen, doubts, withdrawn)');

create unique index one_source_a_history_file on funds.history_sources (district, sha256, about) where not withdrawn;

create index history_sources_of_a_group on funds.history_sources (district, group_id, id);

-- Whom the province was asked about: silence counts for exactly these people.
create table funds.history_people (
  district   int not null,
  source_id  uuid not null,
  person_id  uuid not null,
  answer     text not null check (answer in ('nothing', 'received')),
  primary key (district, source_id, person_id)
);

select public.app_distribute('funds.history_people', 'district');

alter table funds.history_people add constraint asked_in_a_source foreign key (district, source_id) references funds.history_sources (district, id);

alter table funds.history_people add constraint asked_about_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('funds.history_people', 'select, insert');

create index history_about_a_person on funds.history_people (district, person_id);

-- One payment of the past. The person is a keyed hash and nothing else. An occupation that the county has not told apart is
-- kept as text only; when it was paid is known to the day, the month, the year or the period of the ledger.
create table funds.past_payments (
  district         int not null,
  id               uuid not null,
  source_id        uuid not null,
  sheet_row        int not null,
  identity_lookup  bytea not null,
  family           text not null,
  occupation_id    text references reference.occupations (id),
  occupation_text  text not null,
  level            text references reference.skill_levels (code),
  certificate_no   text,
  amount_fen       bigint not null check (amount_fen > 0),
  paid_from        date not null,
  paid_to          date not null,
  payee            text not null check (payee in ('person', 'organisation', 'unknown')),
  primary key (district, id),
  constraint paid_within_a_time check (paid_from <= paid_to)
);

select public.app_distribute('funds.past_payments', 'district');

alter table funds.past_payments add constraint past_payment_of_a_source foreign key (district, source_id) references funds.history_sources (district, id);

select public.app_protect('funds.past_payments', 'select, insert');

create index past_payments_of_a_person on funds.past_payments (district, identity_lookup);

create index past_payments_of_a_history_source on funds.past_payments (district, source_id);

create index past_payments_by_certificate on funds.past_payments (district, certificate_no) where certificate_no is not null;

-- Why a source no longer counts.
create table funds.history_withdrawals (
  district     int not null,
  source_id    uuid not null,
  reason       text not null check (length(reason) between 2 and 500),
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, source_id)
);

select public.app_distribute('funds.history_withdrawals', 'district');

alter table funds.history_withdrawals add constraint withdrawal_of_a_history_source foreign key (district, source_id) references funds.history_sources (district, id);

select public.app_protect('funds.history_withdrawals', 'select, insert');

-- What the columns of a ledger mean, remembered by the set of its headings; the newest counts.
create table funds.ledger_mappings (
  district        int not null,
  id              uuid not null,
  headings_sha256 bytea not null,
  columns         jsonb not null,
  account_id      uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.ledger_mappings', 'district');

select public.app_protect('funds.ledger_mappings', 'select, insert');

create index ledger_mappings_by_headings on funds.ledger_mappings (district, headings_sha256, id);

-- What a wording in a ledger means: a family, an occupation or a level; null where it means none that we know. The newest counts.
create table funds.ledger_wordings (
  district     int not null,
  id           uuid not null,
  kind         text not null check (kind in ('family', 'occupation', 'level')),
  wording      text not null check (length(wording) between 1 and 60),
  means        text,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.ledger_wordings', 'district');

select public.app_protect('funds.ledger_wordings', 'select, insert');

create index ledger_wordings_by_kind on funds.ledger_wordings (district, kind, wording, id);

-- A person's quota is asked for by person.
create index entitlements_of_a_person on funds.entitlements (district, person_id);
