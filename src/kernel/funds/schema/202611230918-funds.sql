create schema funds;

grant usage on schema funds to shanjiang_app, shanjiang_reader;

-- A budget line: one fund, one purpose, one year.
create table funds.budget_lines (
  district  int not null,
  id        uuid not null,
  fund      text not null,
  name      text not null,
  year      int not null check (year between 2000 and 2100),
  document  text not null,
  primary key (district, id),
  constraint one_line_a_fund_purpose_and_year unique (district, fund, name, year)
);

select public.app_distribute('funds.budget_lines', 'district');

select public.app_protect('funds.budget_lines', 'select, insert');

-- Where a line stands: one locked row, moved with every transfer and recomputable from them.
create table funds.budget_balances (
  district          int not null,
  line_id           uuid not null,
  appropriated_fen  bigint not null default 0 check (appropriated_fen >= 0),
  available_fen     bigint not null default 0,
  reserved_fen      bigint not null default 0 check (reserved_fen >= 0),
  committed_fen     bigint not null default 0 check (committed_fen >= 0),
  paid_fen          bigint not null default 0 check (paid_fen >= 0),
  primary key (district, line_id),
  constraint the_budget_is_not_overspent check (available_fen >= 0),
  constraint the_balance_adds_up check (appropriated_fen = available_fen + reserved_fen + committed_fen + paid_fen)
);

select public.app_distribute('funds.budget_balances', 'district');

alter table funds.budget_balances add constraint balance_of_a_line foreign key (district, line_id) references funds.budget_lines (district, id);

select public.app_protect('funds.budget_balances', 'select, insert, update (appropriated_fen, available_fen, reserved_fen, committed_fen, paid_fen)');

-- The ledger. A row is balanced by its shape: the amount leaves the debit account and enters the credit account (these
-- are authorities to spend, not cash). Corrections are reversals. `note` is the document an appropriation rests on.
create table funds.transfers (
  district     int not null,
  id           uuid not null,
  line_id      uuid not null,
  debit        text not null check (debit in ('treasury', 'available', 'reserved', 'committed', 'paid')),
  credit       text not null check (credit in ('treasury', 'available', 'reserved', 'committed', 'paid')),
  amount_fen   bigint not null check (amount_fen > 0),
  reason       text not null,
  note         text not null default '',
  subject_kind text not null,
  subject_id   uuid not null,
  person_id    uuid,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint between_two_accounts check (debit <> credit),
  constraint one_transfer_a_reason unique (district, subject_id, reason)
);

select public.app_distribute('funds.transfers', 'district');

alter table funds.transfers add constraint transfer_on_a_line foreign key (district, line_id) references funds.budget_lines (district, id);

select public.app_protect('funds.transfers', 'select, insert');

create index transfers_of_a_line on funds.transfers (district, line_id, id);

-- What a person is due under a decision that passed its checks. One per decision.
create table funds.entitlements (
  district        int not null,
  id              uuid not null,
  decision_id     uuid not null,
  person_id       uuid not null,
  group_id        uuid not null,
  scheme          text not null,
  fund            text not null,
  amount_fen      bigint not null check (amount_fen > 0),
  status          text not null check (status in ('due', 'held')),
  created_at      timestamptz not null default now(),
  primary key (district, id),
  constraint one_entitlement_a_decision unique (district, decision_id)
);

select public.app_distribute('funds.entitlements', 'district');

alter table funds.entitlements add constraint entitled_by_a_decision foreign key (district, decision_id) references policy.decisions (district, id);

select public.app_protect('funds.entitlements', 'select, insert, update (status)');

create index entitlements_of_a_group on funds.entitlements (district, group_id);

-- A claim: everybody of one class due under one scheme, from one budget line. Its amount, people, checks and hash never
-- change; names are as they were when it was assembled, so that a list of claims reads this table alone.
create table funds.claims (
  district           int not null,
  id                 uuid not null,
  number             text collate "C" not null,
  scheme             text not null,
  scheme_version     text not null,
  scheme_title       jsonb not null,
  fund               text not null,
  line_id            uuid not null,
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
  status             text not null check (status in ('assembled', 'first-passed', 'approved', 'batched', 'paid', 'returned')),
  assembled_at       timestamptz not null,
  primary key (district, id),
  constraint one_claim_number unique (district, number)
);

select public.app_distribute('funds.claims', 'district');

alter table funds.claims add constraint claim_on_a_line foreign key (district, line_id) references funds.budget_lines (district, id);

alter table funds.claims add constraint claim_by_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

select public.app_protect('funds.claims', 'select, insert, update (status)');

create unique index one_open_claim_a_group_and_scheme on funds.claims (district, group_id, scheme) where status <> 'returned';

create index claims_by_status on funds.claims (district, status, id);

create index claims_of_an_organisation on funds.claims (district, organisation_id, id);

create index claims_by_scheme on funds.claims (district, scheme, id);

create index claims_by_amount on funds.claims (district, amount_fen, id);

create index claims_by_check_run on funds.claims (district, check_run_id);

-- Everybody a claim speaks of, those it does not pay included: the decision, and what the checks made of it. Never changed.
create table funds.claim_people (
  district     int not null,
  claim_id     uuid not null,
  decision_id  uuid not null,
  fact_id      uuid not null,
  subject_id   uuid not null,
  person_id    uuid not null,
  position     int not null,
  standing     text not null check (standing in ('due', 'held', 'refused')),
  amount_fen   bigint not null check (amount_fen >= 0),
  reasons      jsonb not null,
  primary key (district, claim_id, decision_id)
);

select public.app_distribute('funds.claim_people', 'district');

alter table funds.claim_people add constraint person_of_a_claim foreign key (district, claim_id) references funds.claims (district, id);

alter table funds.claim_people add constraint standing_by_a_decision foreign key (district, decision_id) references policy.decisions (district, id);

select public.app_protect('funds.claim_people', 'select, insert');

create index people_of_a_claim on funds.claim_people (district, claim_id, position);

create index claims_with_a_decision on funds.claim_people (district, decision_id);

create index claims_with_a_fact on funds.claim_people (district, fact_id);

-- What is decided and checked but cannot become a claim yet, and why. Settled when it has, or when it need not any more.
create table funds.waiting_claims (
  district         int not null,
  id               uuid not null,
  scheme           text not null,
  scheme_title     jsonb not null,
  fund             text not null,
  year             int not null,
  organisation_id  uuid not null,
  fact_kind        text not null,
  group_kind       text not null,
  group_id         uuid not null,
  title            text not null,
  head_count       int not null check (head_count >= 0),
  held_count       int not null check (held_count >= 0),
  refused_count    int not null check (refused_count >= 0),
  amount_fen       bigint not null check (amount_fen >= 0),
  reason           text not null check (reason in ('no-budget-line', 'not-enough-budget', 'nobody-due', 'no-scheme', 'another-payee')),
  waits_since      timestamptz not null,
  settled_at       timestamptz,
  primary key (district, id)
);

select public.app_distribute('funds.waiting_claims', 'district');

select public.app_protect('funds.waiting_claims', 'select, insert, update (settled_at)');

create unique index one_wait_a_group_and_scheme on funds.waiting_claims (district, group_id, scheme) where settled_at is null;

create index waits_for_a_fund on funds.waiting_claims (district, fund, id) where settled_at is null;

-- One person's line of a claim, with the payee as it was when assembled.
create table funds.claim_lines (
  district         int not null,
  id               uuid not null,
  claim_id         uuid not null,
  entitlement_id   uuid not null,
  person_id        uuid not null,
  position         int not null,
  payee_name       text not null,
  bank_account_id  uuid not null,
  amount_fen       bigint not null check (amount_fen > 0),
  primary key (district, id),
  constraint one_line_an_entitlement unique (district, claim_id, entitlement_id)
);

select public.app_distribute('funds.claim_lines', 'district');

alter table funds.claim_lines add constraint line_of_a_claim foreign key (district, claim_id) references funds.claims (district, id);

alter table funds.claim_lines add constraint line_for_an_entitlement foreign key (district, entitlement_id) references funds.entitlements (district, id);

alter table funds.claim_lines add constraint line_to_an_account foreign key (district, bank_account_id) references people.bank_accounts (district, id);

select public.app_protect('funds.claim_lines', 'select, insert');

create index lines_of_a_claim on funds.claim_lines (district, claim_id, position);

create index lines_for_an_entitlement on funds.claim_lines (district, entitlement_id);

-- Whose hands a claim went through, by natural person. One person holds one duty on a claim, ever:
-- the primary key defends it, and every step below refers to the duty it was taken under.
create table funds.claim_hands (
  district   int not null,
  claim_id   uuid not null,
  person_id  uuid not null,
  duty       text not null check (duty in ('initial-review', 'second-review', 'batch-making', 'batch-signing')),
  taken_at   timestamptz not null default now(),
  constraint one_person_one_duty_on_a_claim primary key (district, claim_id, person_id),
  constraint duty_of_a_hand unique (district, claim_id, person_id, duty)
);

select public.app_distribute('funds.claim_hands', 'district');

alter table funds.claim_hands add constraint hand_on_a_claim foreign key (district, claim_id) references funds.claims (district, id);

select public.app_protect('funds.claim_hands', 'select, insert');

-- One step of a claim's review, bound to the content it was taken on.
create table funds.claim_reviews (
  district        int not null,
  id              uuid not null,
  claim_id        uuid not null,
  duty            text not null check (duty in ('initial-review', 'second-review')),
  outcome         text not null check (outcome in ('passed', 'returned')),
  reasons         jsonb not null default '[]',
  person_id       uuid not null,
  account_id      uuid not null,
  content_sha256  bytea not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id),
  constraint each_duty_once_on_a_claim unique (district, claim_id, duty)
);

select public.app_distribute('funds.claim_reviews', 'district');

alter table funds.claim_reviews add constraint a_reviewer_keeps_one_duty foreign key (district, claim_id, person_id, duty) references funds.claim_hands (district, claim_id, person_id, duty);

select public.app_protect('funds.claim_reviews', 'select, insert');

-- A payment batch: frozen when made, with the form of the list its bank reads. Only its status moves, and every move
-- leaves an event.
create table funds.batches (
  district        int not null,
  id              uuid not null,
  number          text collate "C" not null,
  fund            text not null,
  line_id         uuid not null,
  claim_count     int not null check (claim_count > 0),
  line_count      int not null check (line_count > 0),
  amount_fen      bigint not null check (amount_fen > 0),
  bank_template   jsonb not null,
  content_sha256  bytea not null,
  status          text not null check (status in ('frozen', 'signed', 'exported', 'settled')),
  made_by         uuid not null,
  frozen_at       timestamptz not null,
  primary key (district, id),
  constraint one_batch_number unique (district, number)
);

select public.app_distribute('funds.batches', 'district');

alter table funds.batches add constraint batch_on_a_line foreign key (district, line_id) references funds.budget_lines (district, id);

select public.app_protect('funds.batches', 'select, insert, update (status)');

create index batches_by_status on funds.batches (district, status, id);

create index batches_on_a_line on funds.batches (district, line_id, id);

create table funds.batch_claims (
  district  int not null,
  batch_id  uuid not null,
  claim_id  uuid not null,
  primary key (district, batch_id, claim_id),
  constraint one_batch_a_claim unique (district, claim_id)
);

select public.app_distribute('funds.batch_claims', 'district');

alter table funds.batch_claims add constraint claims_of_a_batch foreign key (district, batch_id) references funds.batches (district, id);

alter table funds.batch_claims add constraint batch_of_a_claim foreign key (district, claim_id) references funds.claims (district, id);

select public.app_protect('funds.batch_claims', 'select, insert');

-- One payment: the frozen payee, amount and reference the bank will see. Only its status moves.
create table funds.batch_lines (
  district        int not null,
  id              uuid not null,
  batch_id        uuid not null,
  claim_line_id   uuid not null,
  position        int not null,
  reference       text not null,
  payee_name      text not null,
  account_sealed  bytea not null,
  account_tail    text not null,
  bank_name       text not null,
  amount_fen      bigint not null check (amount_fen > 0),
  purpose         text not null,
  status          text not null check (status in ('frozen', 'sent', 'paid', 'returned')),
  primary key (district, id),
  constraint one_payment_reference unique (district, reference),
  constraint one_payment_a_claim_line unique (district, claim_line_id)
);

select public.app_distribute('funds.batch_lines', 'district');

alter table funds.batch_lines add constraint payment_in_a_batch foreign key (district, batch_id) references funds.batches (district, id);

alter table funds.batch_lines add constraint payment_of_a_claim_line foreign key (district, claim_line_id) references funds.claim_lines (district, id);

select public.app_protect('funds.batch_lines', 'select, insert, update (status)');

create index payments_of_a_batch on funds.batch_lines (district, batch_id, position);

-- The file a batch became for the bank: its bytes are a function of the frozen rows alone.
create table funds.bank_files (
  district     int not null,
  id           uuid not null,
  batch_id     uuid not null,
  file_id      uuid not null,
  name         text not null,
  sha256       bytea not null,
  exported_at  timestamptz not null,
  exported_by  uuid not null,
  primary key (district, id),
  constraint one_bank_file_a_batch unique (district, batch_id)
);

select public.app_distribute('funds.bank_files', 'district');

alter table funds.bank_files add constraint bank_file_of_a_batch foreign key (district, batch_id) references funds.batches (district, id);

select public.app_protect('funds.bank_files', 'select, insert');

-- What the bank sent back, applied once by its own hash.
create table funds.return_files (
  district        int not null,
  id              uuid not null,
  batch_id        uuid not null,
  file_id         uuid not null,
  name            text not null,
  sha256          bytea not null,
  paid_count      int not null,
  paid_fen        bigint not null,
  returned_count  int not null,
  returned_fen    bigint not null,
  applied_at      timestamptz not null,
  applied_by      uuid not null,
  primary key (district, id),
  constraint a_return_file_is_applied_once unique (district, sha256)
);

select public.app_distribute('funds.return_files', 'district');

alter table funds.return_files add constraint return_file_of_a_batch foreign key (district, batch_id) references funds.batches (district, id);

select public.app_protect('funds.return_files', 'select, insert');

create index return_files_of_a_batch on funds.return_files (district, batch_id, id);

-- Every change of a claim's, batch's or payment's status. Append-only.
create table funds.status_events (
  district      int not null,
  id            uuid not null,
  subject_kind  text not null check (subject_kind in ('claim', 'batch', 'payment', 'entitlement')),
  subject_id    uuid not null,
  status_from   text,
  status_to     text not null,
  person_id     uuid,
  note          text not null default '',
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.status_events', 'district');

select public.app_protect('funds.status_events', 'select, insert');

create index events_of_a_subject on funds.status_events (district, subject_id, id);

-- A signature under a frozen batch, bound to its content.
create table funds.batch_signatures (
  district        int not null,
  id              uuid not null,
  batch_id        uuid not null,
  person_id       uuid not null,
  account_id      uuid not null,
  content_sha256  bytea not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id),
  constraint one_signature_a_batch unique (district, batch_id)
);

select public.app_distribute('funds.batch_signatures', 'district');

alter table funds.batch_signatures add constraint signature_under_a_batch foreign key (district, batch_id) references funds.batches (district, id);

select public.app_protect('funds.batch_signatures', 'select, insert');
