-- A second factor: a secret that the owner's device shares with us, sealed. It counts from its confirmation until its end.
-- `last_step` is the step of time of the last code that was taken: no code works twice.
create table access.second_factors (
  district      int not null,
  id            uuid not null,
  account_id    uuid not null,
  secret_sealed bytea not null,
  begun_at      timestamptz not null default clock_timestamp(),
  confirmed_at  timestamptz,
  ended_at      timestamptz,
  last_step     bigint,
  primary key (district, id)
);

select public.app_distribute('access.second_factors', 'district');

alter table access.second_factors add constraint second_factor_of_an_account foreign key (district, account_id) references access.accounts (district, id);

create unique index one_second_factor_counts on access.second_factors (district, account_id) where confirmed_at is not null and ended_at is null;

select public.app_protect('access.second_factors', 'select, insert, update (confirmed_at, ended_at, last_step)');

create index second_factors_of_an_account on access.second_factors (district, account_id, begun_at);

-- Recovery codes, as keyed hashes, each good once. A new set ends the one before.
create table access.recovery_codes (
  district     int not null,
  account_id   uuid not null,
  code_lookup  bytea not null,
  made_at      timestamptz not null default clock_timestamp(),
  used_at      timestamptz,
  ended_at     timestamptz,
  constraint a_recovery_code_is_one_accounts primary key (district, account_id, code_lookup)
);

select public.app_distribute('access.recovery_codes', 'district');

alter table access.recovery_codes add constraint recovery_code_of_an_account foreign key (district, account_id) references access.accounts (district, id);

select public.app_protect('access.recovery_codes', 'select, insert, update (used_at, ended_at)');
