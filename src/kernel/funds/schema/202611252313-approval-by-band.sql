-- An approval says as what somebody approved (the post of the county's band for that sum) and, where the county asks for
-- it, the number of the minutes it was decided in.
alter table funds.claim_reviews add column given_as text;

alter table funds.claim_reviews add column minutes_number text;

alter table funds.claim_reviews add constraint minutes_of_an_approval check (minutes_number is null or duty = 'approval');

-- An approval that was signed on paper: one person writes down what the scan says, and another says whether it does. It
-- is bound to the content, and neither of the two is who signed it.
create table funds.paper_approvals (
  district        int not null,
  id              uuid not null,
  claim_id        uuid not null,
  nth             int not null check (nth > 0),
  approver_id     uuid not null,
  approver_account uuid not null,
  given_as        text not null,
  signed_on       date not null,
  minutes_number  text,
  scan_id         uuid not null,
  content_sha256  bytea not null,
  recorded_by     uuid not null,
  account_id      uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id),
  constraint one_paper_after_another unique (district, claim_id, nth),
  constraint paper_by_its_recorder unique (district, id, claim_id, recorded_by, approver_id),
  constraint nobody_records_their_own_signature check (recorded_by <> approver_id)
);

select public.app_distribute('funds.paper_approvals', 'district');

alter table funds.paper_approvals add constraint paper_approval_of_a_claim foreign key (district, claim_id) references funds.claims (district, id);

alter table funds.paper_approvals add constraint approved_on_a_scan_of_the_claim foreign key (district, claim_id, scan_id) references funds.claim_scans (district, claim_id, id);

select public.app_protect('funds.paper_approvals', 'select, insert');

create table funds.paper_approval_decisions (
  district     int not null,
  paper_id     uuid not null,
  claim_id     uuid not null,
  recorded_by  uuid not null,
  approver_id  uuid not null,
  verdict      text not null check (verdict in ('confirmed', 'declined')),
  reason       text not null,
  decided_by   uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  constraint a_paper_is_decided_once primary key (district, paper_id),
  constraint two_people_read_a_paper check (decided_by <> recorded_by),
  constraint nobody_confirms_their_own_signature check (decided_by <> approver_id),
  constraint declining_a_paper_has_a_reason check (verdict = 'confirmed' or reason <> '')
);

select public.app_distribute('funds.paper_approval_decisions', 'district');

alter table funds.paper_approval_decisions add constraint decision_on_a_paper foreign key (district, paper_id, claim_id, recorded_by, approver_id) references funds.paper_approvals (district, id, claim_id, recorded_by, approver_id);

select public.app_protect('funds.paper_approval_decisions', 'select, insert');

alter table funds.claim_reviews add column paper_id uuid;

alter table funds.claim_reviews add constraint approved_on_a_confirmed_paper foreign key (district, paper_id) references funds.paper_approval_decisions (district, paper_id);
