-- A password that was set: of an account's rows the newest counts, and where there is none, what the account was opened
-- with. Only ever added to, so that a password of before is never taken for a new one.
create table access.passwords (
  district       int not null,
  id             uuid not null,
  account_id     uuid not null,
  password_hash  text not null,
  set_at         timestamptz not null default clock_timestamp(),
  primary key (district, id)
);

select public.app_distribute('access.passwords', 'district');

alter table access.passwords add constraint password_of_an_account foreign key (district, account_id) references access.accounts (district, id);

select public.app_protect('access.passwords', 'select, insert');

create index passwords_of_an_account on access.passwords (district, account_id, set_at);

-- An invited account has no password until its owner sets one; nobody signs in with it before.
alter table access.accounts alter column password_hash drop not null;
