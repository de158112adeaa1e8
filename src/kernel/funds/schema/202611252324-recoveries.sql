-- Money that was paid by mistake and is to come back: ordered by two people, linked to the payment, which it never
-- changes. `payment_fen` repeats the payment's amount, bound by the foreign key, so that no more is ordered back than was
-- paid. Only `status` and what has come back move, and every move leaves an event.
create table funds.recoveries (
  district             int not null,
  id                   uuid not null,
  payment_id           uuid not null,
  payment_fen          bigint not null,
  amount_fen           bigint not null check (amount_fen > 0),
  reason               text not null check (length(reason) between 2 and 500),
  document             text not null check (length(document) between 2 and 200),
  status               text not null default 'proposed' check (status in ('proposed', 'declined', 'ordered', 'recovered')),
  received_fen         bigint not null default 0,
  proposed_by          uuid not null,
  proposed_account_id  uuid not null,
  business_at          timestamptz not null,
  recorded_at          timestamptz not null default now(),
  primary key (district, id),
  constraint a_recovery_and_its_proposer unique (district, id, proposed_by),
  constraint not_more_than_was_paid check (amount_fen <= payment_fen),
  constraint no_more_comes_back_than_was_ordered check (received_fen between 0 and amount_fen),
  constraint recovered_when_all_is_back check ((status = 'recovered') = (received_fen = amount_fen)),
  constraint comes_back_once_ordered check (received_fen = 0 or status in ('ordered', 'recovered'))
);

select public.app_distribute('funds.recoveries', 'district');

alter table funds.batch_lines add constraint a_payment_and_its_amount unique (district, id, amount_fen);

alter table funds.recoveries add constraint recovery_of_a_payment foreign key (district, payment_id, payment_fen) references funds.batch_lines (district, id, amount_fen);

select public.app_protect('funds.recoveries', 'select, insert, update (status, received_fen)');

create unique index one_recovery_a_payment on funds.recoveries (district, payment_id) where status <> 'declined';

create index recoveries_by_status on funds.recoveries (district, status, id);

-- What another person decided about a recovery, once; the proposer stands here too, bound by the foreign key.
create table funds.recovery_decisions (
  district            int not null,
  recovery_id         uuid not null,
  proposed_by         uuid not null,
  decided_by          uuid not null,
  decided_account_id  uuid not null,
  outcome             text not null check (outcome in ('confirmed', 'declined')),
  reason              text not null default '' check (length(reason) <= 500),
  business_at         timestamptz not null,
  recorded_at         timestamptz not null default now(),
  primary key (district, recovery_id),
  constraint two_people_order_a_recovery check (decided_by <> proposed_by),
  constraint declined_recovery_has_a_reason check (outcome = 'confirmed' or length(reason) >= 2)
);

select public.app_distribute('funds.recovery_decisions', 'district');

alter table funds.recovery_decisions add constraint decision_on_a_recovery foreign key (district, recovery_id, proposed_by) references funds.recoveries (district, id, proposed_by);

select public.app_protect('funds.recovery_decisions', 'select, insert');

-- Money that came back, by its voucher; a voucher is entered once.
create table funds.recovery_receipts (
  district     int not null,
  id           uuid not null,
  recovery_id  uuid not null,
  amount_fen   bigint not null check (amount_fen > 0),
  voucher      text not null check (length(voucher) between 1 and 60),
  received_on  date not null,
  entered_by   uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint a_receipt_is_entered_once unique (district, voucher)
);

select public.app_distribute('funds.recovery_receipts', 'district');

alter table funds.recovery_receipts add constraint receipt_for_a_recovery foreign key (district, recovery_id) references funds.recoveries (district, id);

select public.app_protect('funds.recovery_receipts', 'select, insert');

create index receipts_of_a_recovery on funds.recovery_receipts (district, recovery_id, id);
