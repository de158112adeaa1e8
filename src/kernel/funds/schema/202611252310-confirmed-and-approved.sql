-- A claim is confirmed by its provider before the bureau reviews it, and approved by a leader after both reviews. Claims
-- of before stay where they are: one that is assembled is confirmed first, one that was approved stays approved.
alter table funds.claims drop constraint claims_status_check;

alter table funds.claims add constraint status_of_a_claim check (status in ('assembled', 'confirmed', 'first-passed', 'second-passed', 'approved', 'batched', 'paid', 'returned'));

alter table funds.claim_hands drop constraint duty_on_a_claim;

alter table funds.claim_hands add constraint duty_on_a_claim check (duty in ('beneficiary', 'instruction', 'confirmation', 'initial-review', 'second-review', 'approval', 'sending-back', 'batch-making', 'batch-signing'));

alter table funds.claim_reviews drop constraint duty_of_a_review;

alter table funds.claim_reviews add constraint duty_of_a_review check (duty in ('initial-review', 'second-review', 'approval', 'sending-back'));

-- A scan of paper that belongs to a claim, kept sealed.
create table funds.claim_scans (
  district     int not null,
  id           uuid not null,
  claim_id     uuid not null,
  file_id      uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint scan_on_its_claim unique (district, claim_id, id)
);

select public.app_distribute('funds.claim_scans', 'district');

alter table funds.claim_scans add constraint scan_of_a_claim foreign key (district, claim_id) references funds.claims (district, id);

alter table funds.claim_scans add constraint scan_is_a_file foreign key (district, file_id) references files.files (district, id);

select public.app_protect('funds.claim_scans', 'select, insert');

-- What the provider says of a claim, once: that it is right, or that it is wrong, with every reason. It is bound to the
-- content. A provider that does not answer here may answer on sealed paper, which a clerk records with its scan and why.
create table funds.claim_confirmations (
  district        int not null,
  id              uuid not null,
  claim_id        uuid not null,
  outcome         text not null check (outcome in ('confirmed', 'declined')),
  way             text not null check (way in ('here', 'paper')),
  reasons         jsonb not null default '[]',
  scan_id         uuid,
  paper_reason    text,
  person_id       uuid not null,
  account_id      uuid not null,
  content_sha256  bytea not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id),
  constraint one_confirmation_a_claim unique (district, claim_id),
  constraint paper_comes_with_its_scan_and_why check ((way = 'paper') = (scan_id is not null) and (way = 'paper') = (paper_reason is not null)),
  constraint paper_only_confirms check (way = 'here' or outcome = 'confirmed'),
  constraint declining_has_its_reasons check ((outcome = 'declined') = (jsonb_array_length(reasons) > 0))
);

select public.app_distribute('funds.claim_confirmations', 'district');

alter table funds.claim_confirmations add constraint confirmation_of_a_claim foreign key (district, claim_id) references funds.claims (district, id);

alter table funds.claim_confirmations add constraint confirmed_on_a_scan_of_the_claim foreign key (district, claim_id, scan_id) references funds.claim_scans (district, claim_id, id);

select public.app_protect('funds.claim_confirmations', 'select, insert');
