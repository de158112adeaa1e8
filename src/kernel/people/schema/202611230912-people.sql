create schema people;

grant usage on schema people to shanjiang_app, shanjiang_reader;

-- A natural person, once per district. The identity number is sealed; it is found by keyed hash and shown masked.
create table people.persons (
  district         int not null,
  id               uuid not null,
  name             text not null check (length(name) between 1 and 100),
  identity_sealed  bytea not null,
  identity_lookup  bytea not null,
  identity_masked  text not null,
  sex              text not null check (sex in ('M', 'F')),
  birth_date       date not null,
  phone_sealed     bytea,
  phone_masked     text,
  created_at       timestamptz not null default now(),
  primary key (district, id),
  constraint one_person_per_identity_number unique (district, identity_lookup)
);

select public.app_distribute('people.persons', 'district');

select public.app_protect('people.persons', 'select, insert, update (name, phone_sealed, phone_masked)');

-- A provider, an employer, a department.
create table people.organisations (
  district    int not null,
  id          uuid not null,
  kind        text not null check (kind in ('provider', 'employer', 'department')),
  name        text not null,
  uscc        text,
  created_at  timestamptz not null default now(),
  primary key (district, id),
  constraint one_organisation_per_name unique (district, name)
);

select public.app_distribute('people.organisations', 'district');

select public.app_protect('people.organisations', 'select, insert');

-- An account money can go to. Never changed: another account is another row.
create table people.bank_accounts (
  district        int not null,
  id              uuid not null,
  person_id       uuid not null,
  holder_name     text not null,
  account_sealed  bytea not null,
  account_lookup  bytea not null,
  account_tail    text not null check (length(account_tail) = 4),
  bank_name       text not null,
  created_at      timestamptz not null default now(),
  primary key (district, id),
  constraint one_row_per_holder_and_account unique (district, person_id, account_lookup)
);

select public.app_distribute('people.bank_accounts', 'district');

alter table people.bank_accounts add constraint account_of_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('people.bank_accounts', 'select, insert');

create index accounts_by_number on people.bank_accounts (district, account_lookup);
