-- Whoever a claim speaks of, and whoever taught its class, has had it in hand from its first day: by the primary key of
-- the hands they can never review it, batch it or sign for it. Whoever sends an approved claim back has had it in hand too.
alter table funds.claim_hands drop constraint claim_hands_duty_check;

alter table funds.claim_hands add constraint duty_on_a_claim check (duty in ('beneficiary', 'instruction', 'initial-review', 'second-review', 'sending-back', 'batch-making', 'batch-signing'));

-- The claims there are get their beneficiaries; a duty that was taken before stays what it was. The fence is lifted for
-- the owner alone while this runs, in one transaction.
alter table funds.claim_people no force row level security;

alter table funds.claim_hands no force row level security;

insert into funds.claim_hands (district, claim_id, person_id, duty)
select distinct district, claim_id, person_id, 'beneficiary' from funds.claim_people
on conflict do nothing;

alter table funds.claim_hands force row level security;

alter table funds.claim_people force row level security;

-- An approved claim that is in no batch yet can be sent back, with its reasons.
alter table funds.claim_reviews drop constraint claim_reviews_duty_check;

alter table funds.claim_reviews add constraint duty_of_a_review check (duty in ('initial-review', 'second-review', 'sending-back'));

alter table funds.claim_reviews add constraint sending_back_is_a_return check (duty <> 'sending-back' or outcome = 'returned');

-- A wait says what it rests on: the schemes that were asked and what each said, or why a claim was returned.
alter table funds.waiting_claims add column because jsonb not null default '[]';

alter table funds.waiting_claims drop constraint waiting_claims_reason_check;

alter table funds.waiting_claims add constraint reason_of_a_wait check (reason in ('no-budget-line', 'not-enough-budget', 'nobody-due', 'no-scheme', 'another-payee', 'out-of-scope', 'returned'));
