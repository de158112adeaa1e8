-- A batch whose list is not out yet can be withdrawn by whoever made it, with a reason: its payments are withdrawn with it,
-- its claims can be paid in another batch, its number and its references are never used again. Rows are only ever added.
alter table funds.batches drop constraint status_of_a_batch;

alter table funds.batches add constraint status_of_a_batch check (status in ('frozen', 'half-signed', 'signed', 'exported', 'settled', 'withdrawn'));

alter table funds.batch_lines drop constraint batch_lines_status_check;

alter table funds.batch_lines add constraint status_of_a_payment check (status in ('frozen', 'sent', 'paid', 'returned', 'withdrawn'));

-- A withdrawn payment lives no longer, and takes nobody's place.
drop index funds.one_live_payment_a_claim_line;

create unique index one_live_payment_a_claim_line on funds.batch_lines (district, claim_line_id) where status not in ('returned', 'withdrawn');

drop index funds.a_payment_is_replaced_once;

create unique index a_payment_is_replaced_once on funds.batch_lines (district, replaces_id) where replaces_id is not null and status <> 'withdrawn';

-- How often a claim has been put into a batch that pays it whole: the next is possible once the one before is withdrawn.
alter table funds.batch_claims add column nth int not null default 1 check (nth > 0);

drop index funds.one_batch_a_claim;

create unique index one_batch_a_claim on funds.batch_claims (district, claim_id, nth) where not again;

alter table funds.batches add constraint a_batch_and_its_maker unique (district, id, made_by);

create table funds.batch_withdrawals (
  district      int not null,
  id            uuid not null,
  batch_id      uuid not null,
  reason        text not null check (length(reason) between 2 and 500),
  withdrawn_by  uuid not null,
  account_id    uuid not null,
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint a_batch_is_withdrawn_once unique (district, batch_id)
);

select public.app_distribute('funds.batch_withdrawals', 'district');

alter table funds.batch_withdrawals add constraint withdrawn_by_its_maker foreign key (district, batch_id, withdrawn_by) references funds.batches (district, id, made_by);

select public.app_protect('funds.batch_withdrawals', 'select, insert');
