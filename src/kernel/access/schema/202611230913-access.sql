create schema access;

grant usage on schema access to shanjiang_app, shanjiang_reader;

-- A way for a natural person to sign in. One person may hold several; duties are kept apart by person.
create table access.accounts (
  district         int not null,
  id               uuid not null,
  name             text not null check (length(name) between 1 and 64),
  person_id        uuid not null,
  organisation_id  uuid,
  roles            text[] not null,
  password_hash    text not null,
  active_from      date not null,
  active_to        date,
  primary key (district, id),
  constraint one_account_per_name unique (district, name)
);

select public.app_distribute('access.accounts', 'district');

alter table access.accounts add constraint account_of_a_natural_person foreign key (district, person_id) references people.persons (district, id);

alter table access.accounts add constraint account_of_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

select public.app_protect('access.accounts', 'select, insert');

-- A signed-in browser. The token itself is never kept, only its hash.
create table access.sessions (
  district      int not null,
  token_sha256  bytea not null,
  account_id    uuid not null,
  started_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  ended_at      timestamptz,
  primary key (district, token_sha256)
);

select public.app_distribute('access.sessions', 'district');

alter table access.sessions add constraint session_of_an_account foreign key (district, account_id) references access.accounts (district, id);

select public.app_protect('access.sessions', 'select, insert, update (ended_at)');
