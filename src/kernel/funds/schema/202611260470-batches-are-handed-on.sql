-- Who looks after a batch until its list is out: its maker first (nth 0), then whoever it was handed to when somebody left.
-- The last of them may withdraw it. Rows are only ever added.
create table funds.batch_keepers (
  district     int not null,
  batch_id     uuid not null,
  nth          int not null check (nth >= 0),
  person_id    uuid not null,
  given_by     uuid not null,
  reason       text not null default '' check (length(reason) <= 200),
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  constraint batch_keepers_pkey primary key (district, batch_id, nth)
);

select public.app_distribute('funds.batch_keepers', 'district');

alter table funds.batch_keepers add constraint keeper_of_a_batch foreign key (district, batch_id) references funds.batches (district, id);

alter table funds.batch_keepers add constraint each_keeper_once unique (district, batch_id, person_id);

-- Every batch there is has its maker. The fence is lifted for the owner alone while this runs, in one transaction.
alter table funds.batches no force row level security;

insert into funds.batch_keepers (district, batch_id, nth, person_id, given_by, business_at) select district, id, 0, made_by, made_by, frozen_at from funds.batches;

alter table funds.batches force row level security;

alter table funds.batch_withdrawals drop constraint withdrawn_by_its_maker;

alter table funds.batch_withdrawals add constraint withdrawn_by_a_keeper foreign key (district, batch_id, withdrawn_by) references funds.batch_keepers (district, batch_id, person_id);

select public.app_protect('funds.batch_keepers', 'select, insert');

select public.app_seal('funds.batch_keepers');
