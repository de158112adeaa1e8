-- A role of an account, from a day on (real time), with a reason. Never changed and never deleted: it ends by a row of
-- its own. With nobody who granted it, it is of the account as it was opened.
create table access.role_grants (
  district            int not null,
  id                  uuid not null,
  account_id          uuid not null,
  person_id           uuid not null,
  of_organisation     boolean not null,
  role                text not null,
  from_day            date not null,
  to_day              date,
  reason              text not null check (length(reason) between 2 and 200),
  granted_by          uuid,
  granted_account_id  uuid,
  recorded_at         timestamptz not null default now(),
  primary key (district, id),
  constraint nobody_gives_themself_a_role check (granted_by <> person_id),
  constraint a_role_ends_after_it_begins check (from_day <= to_day),
  constraint a_role_of_its_own_side check (of_organisation = (role in ('provider', 'instructor')))
);

select public.app_distribute('access.role_grants', 'district');

alter table access.role_grants add constraint role_of_an_account foreign key (district, account_id) references access.accounts (district, id);

-- What accounts were opened with becomes grants: `accounts.roles` tells no more than that from now on.
alter table access.accounts no force row level security;

insert into access.role_grants (district, id, account_id, person_id, of_organisation, role, from_day, to_day, reason) select a.district, gen_random_uuid(), a.id, a.person_id, a.organisation_id is not null, r.role, a.active_from, a.active_to, '开户' from access.accounts a cross join lateral unnest(a.roles) as r (role) where (a.organisation_id is not null) = (r.role in ('provider', 'instructor')) and (a.active_to is null or a.active_from <= a.active_to);

alter table access.accounts force row level security;

select public.app_protect('access.role_grants', 'select, insert');

create index roles_of_an_account on access.role_grants (district, account_id);

-- A role that ended before its last day; `last_day` is the last on which it counted.
create table access.role_ends (
  district     int not null,
  grant_id     uuid not null,
  last_day     date not null,
  reason       text not null check (length(reason) between 2 and 200),
  person_id    uuid not null,
  account_id   uuid not null,
  recorded_at  timestamptz not null default now(),
  constraint a_role_ends_once primary key (district, grant_id)
);

select public.app_distribute('access.role_ends', 'district');

alter table access.role_ends add constraint end_of_a_role foreign key (district, grant_id) references access.role_grants (district, id);

select public.app_protect('access.role_ends', 'select, insert');
