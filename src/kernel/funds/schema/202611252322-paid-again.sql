-- A payment that the bank gave back is paid again by another one: new number, linked to the one whose place it takes.
-- A line of a claim never has two payments that live.
alter table funds.batch_lines add column replaces_id uuid;

alter table funds.batch_lines drop constraint one_payment_a_claim_line;

create unique index one_live_payment_a_claim_line on funds.batch_lines (district, claim_line_id) where status <> 'returned';

create index payments_of_a_claim_line on funds.batch_lines (district, claim_line_id, id);

create index payments_returned on funds.batch_lines (district, id) where status = 'returned';

alter table funds.batch_lines add constraint a_payment_and_its_claim_line unique (district, id, claim_line_id);

alter table funds.batch_lines add constraint paid_again_for_the_same_line foreign key (district, replaces_id, claim_line_id) references funds.batch_lines (district, id, claim_line_id);

create unique index a_payment_is_replaced_once on funds.batch_lines (district, replaces_id) where replaces_id is not null;

-- A claim has one batch in which it is paid first; another may pay again what the bank gave back of it.
alter table funds.batch_claims add column again boolean not null default false;

alter table funds.batch_claims drop constraint one_batch_a_claim;

create unique index one_batch_a_claim on funds.batch_claims (district, claim_id) where not again;

create index batches_of_a_claim on funds.batch_claims (district, claim_id);
