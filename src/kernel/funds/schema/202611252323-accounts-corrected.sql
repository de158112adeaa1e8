-- Another account of the same person for one line of a claim: proposed by one, confirmed by another. The line itself and
-- the account it named stay what they were; a payment takes the last confirmed one. `payment_id` is the payment that the
-- bank gave back, where that is why. Of two people who propose at once the second meets the key.
create table funds.account_corrections (
  district             int not null,
  id                   uuid not null,
  claim_line_id        uuid not null,
  payment_id           uuid,
  nth                  int not null check (nth > 0),
  former_account_id    uuid not null,
  bank_account_id      uuid not null,
  reason               text not null check (length(reason) between 2 and 500),
  evidence             text not null check (length(evidence) between 2 and 500),
  proposed_by          uuid not null,
  proposed_account_id  uuid not null,
  business_at          timestamptz not null,
  recorded_at          timestamptz not null default now(),
  primary key (district, id),
  constraint one_correction_at_a_time unique (district, claim_line_id, nth),
  constraint a_correction_and_its_proposer unique (district, id, proposed_by)
);

select public.app_distribute('funds.account_corrections', 'district');

alter table funds.account_corrections add constraint correction_for_a_claim_line foreign key (district, claim_line_id) references funds.claim_lines (district, id);

alter table funds.account_corrections add constraint correction_after_a_payment foreign key (district, payment_id, claim_line_id) references funds.batch_lines (district, id, claim_line_id);

alter table funds.account_corrections add constraint corrected_from_an_account foreign key (district, former_account_id) references people.bank_accounts (district, id);

alter table funds.account_corrections add constraint corrected_to_an_account foreign key (district, bank_account_id) references people.bank_accounts (district, id);

select public.app_protect('funds.account_corrections', 'select, insert');

-- What another person decided about a correction, once; the proposer stands here too, bound by the foreign key.
create table funds.account_correction_decisions (
  district            int not null,
  correction_id       uuid not null,
  proposed_by         uuid not null,
  decided_by          uuid not null,
  decided_account_id  uuid not null,
  outcome             text not null check (outcome in ('confirmed', 'declined')),
  reason              text not null default '' check (length(reason) <= 500),
  business_at         timestamptz not null,
  recorded_at         timestamptz not null default now(),
  primary key (district, correction_id),
  constraint two_people_correct_an_account check (decided_by <> proposed_by),
  constraint declined_correction_has_a_reason check (outcome = 'confirmed' or length(reason) >= 2)
);

select public.app_distribute('funds.account_correction_decisions', 'district');

alter table funds.account_correction_decisions add constraint decision_on_a_correction foreign key (district, correction_id, proposed_by) references funds.account_corrections (district, id, proposed_by);

select public.app_protect('funds.account_correction_decisions', 'select, insert');
