-- What an instructor's account reaches, from a day on (real time): the sessions it teaches of a class, or at a provider.
-- Without any it reaches all it teaches at its own. Never changed and never deleted: it ends by a row of its own.
create table access.scopes (
  district            int not null,
  id                  uuid not null,
  account_id          uuid not null,
  person_id           uuid not null,
  kind                text not null check (kind in ('class', 'organisation')),
  subject_id          uuid not null,
  from_day            date not null,
  to_day              date,
  reason              text not null check (length(reason) between 2 and 200),
  granted_by          uuid not null,
  granted_account_id  uuid not null,
  recorded_at         timestamptz not null default now(),
  primary key (district, id),
  constraint nobody_widens_their_own_scope check (granted_by <> person_id),
  constraint a_scope_ends_after_it_begins check (from_day <= to_day)
);

select public.app_distribute('access.scopes', 'district');

alter table access.scopes add constraint scope_of_an_account foreign key (district, account_id) references access.accounts (district, id);

select public.app_protect('access.scopes', 'select, insert');

create index scopes_of_an_account on access.scopes (district, account_id);

-- A scope that ended before its last day; `last_day` is the last on which it counted.
create table access.scope_ends (
  district     int not null,
  scope_id     uuid not null,
  last_day     date not null,
  reason       text not null check (length(reason) between 2 and 200),
  person_id    uuid not null,
  account_id   uuid not null,
  recorded_at  timestamptz not null default now(),
  constraint a_scope_ends_once primary key (district, scope_id)
);

select public.app_distribute('access.scope_ends', 'district');

alter table access.scope_ends add constraint end_of_a_scope foreign key (district, scope_id) references access.scopes (district, id);

select public.app_protect('access.scope_ends', 'select, insert');

select public.app_seal('access.scopes');

select public.app_seal('access.scope_ends');
