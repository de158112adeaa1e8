-- A public notice (公示) of an approved claim: everybody it would pay, masked, for the official working days that the
-- county asks for. One per claim, ever; nothing of it changes but whether it is out, and its last day where the official
-- calendar has changed meanwhile.
create table funds.public_notices (
  district      int not null,
  id            uuid not null,
  number        text collate "C" not null,
  claim_id      uuid not null,
  head_count    int not null check (head_count > 0),
  amount_fen    bigint not null check (amount_fen > 0),
  published_on  date not null,
  ends_on       date not null,
  working_days  int not null check (working_days > 0),
  counting      text not null check (counting in ('after-start', 'including-start')),
  list_sha256   bytea not null,
  status        text not null check (status in ('open', 'ended', 'withdrawn')),
  published_by  uuid not null,
  account_id    uuid not null,
  published_at  timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint one_notice_number unique (district, number),
  constraint one_notice_a_claim unique (district, claim_id),
  constraint a_notice_ends_after_it_begins check (ends_on >= published_on)
);

select public.app_distribute('funds.public_notices', 'district');

alter table funds.public_notices add constraint notice_of_a_claim foreign key (district, claim_id) references funds.claims (district, id);

select public.app_protect('funds.public_notices', 'select, insert, update (status, ends_on)');

create index notices_by_end on funds.public_notices (district, status, ends_on, id);

-- One person of a notice as the public reads them: nothing here tells who it is to somebody who does not know already.
create table funds.public_notice_rows (
  district         int not null,
  notice_id        uuid not null,
  claim_line_id    uuid not null,
  position         int not null,
  masked_name      text not null,
  masked_identity  text not null,
  amount_fen       bigint not null check (amount_fen > 0),
  primary key (district, notice_id, claim_line_id)
);

select public.app_distribute('funds.public_notice_rows', 'district');

alter table funds.public_notice_rows add constraint row_of_a_notice foreign key (district, notice_id) references funds.public_notices (district, id);

alter table funds.public_notice_rows add constraint row_for_a_claim_line foreign key (district, claim_line_id) references funds.claim_lines (district, id);

select public.app_protect('funds.public_notice_rows', 'select, insert');

create index rows_of_a_notice on funds.public_notice_rows (district, notice_id, position);

create index notices_of_a_claim_line on funds.public_notice_rows (district, claim_line_id);

-- One line of an approved claim is kept from being paid while the rest goes on: held, then released (paid after all) or
-- dropped (its money available again). Every line a batch leaves out has its hold here.
create table funds.line_holds (
  district       int not null,
  id             uuid not null,
  claim_id       uuid not null,
  claim_line_id  uuid not null,
  case_id        uuid not null,
  amount_fen     bigint not null check (amount_fen > 0),
  status         text not null check (status in ('held', 'released', 'dropped')),
  held_at        timestamptz not null,
  recorded_at    timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.line_holds', 'district');

alter table funds.line_holds add constraint hold_on_a_claim foreign key (district, claim_id) references funds.claims (district, id);

alter table funds.line_holds add constraint hold_on_a_claim_line foreign key (district, claim_line_id) references funds.claim_lines (district, id);

alter table funds.line_holds add constraint hold_by_a_case foreign key (district, case_id) references integrity.cases (district, id);

select public.app_protect('funds.line_holds', 'select, insert, update (status)');

create unique index one_hold_a_line on funds.line_holds (district, claim_line_id) where status <> 'released';

create index holds_on_a_claim on funds.line_holds (district, claim_id, id);

create index holds_by_a_case on funds.line_holds (district, case_id);

-- What somebody objected to about one person of a notice. Who it was is sealed; an objection may be anonymous.
create table funds.objections (
  district         int not null,
  id               uuid not null,
  notice_id        uuid not null,
  claim_line_id    uuid not null,
  hold_id          uuid not null,
  received_on      date not null,
  channel          text not null check (channel in ('phone', 'letter', 'visit', 'online')),
  said             text not null check (length(said) between 2 and 1000),
  objector_sealed  bytea,
  recorded_by      uuid not null,
  account_id       uuid not null,
  business_at      timestamptz not null,
  recorded_at      timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.objections', 'district');

alter table funds.objections add constraint objection_to_a_notice foreign key (district, notice_id) references funds.public_notices (district, id);

alter table funds.objections add constraint objection_about_a_row foreign key (district, notice_id, claim_line_id) references funds.public_notice_rows (district, notice_id, claim_line_id);

alter table funds.objections add constraint objection_holds_a_line foreign key (district, hold_id) references funds.line_holds (district, id);

select public.app_protect('funds.objections', 'select, insert');

create index objections_to_a_notice on funds.objections (district, notice_id, id);

-- A claim is on public notice after its approval, and payable once the notice has ended.
alter table funds.claims drop constraint status_of_a_claim;

alter table funds.claims add constraint status_of_a_claim check (status in ('assembled', 'confirmed', 'first-passed', 'second-passed', 'approved', 'published', 'payable', 'batched', 'paid', 'returned'));

-- What becomes of a notice and of a held line leaves its events too.
alter table funds.status_events drop constraint status_events_subject_kind_check;

alter table funds.status_events add constraint status_events_subject_kind_check check (subject_kind in ('claim', 'batch', 'payment', 'entitlement', 'public-notice', 'line-hold'));
