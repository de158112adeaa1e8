-- A one-time code that was asked for, whether or not the phone is known: the answer is the same. Code, phone and the
-- request's own token are here as keyed or plain hashes only. Real time, not business time.
create table access.resident_codes (
  district      int not null,
  token_sha256  bytea not null,
  phone_lookup  bytea not null,
  code_lookup   bytea not null,
  asked_at      timestamptz not null default clock_timestamp(),
  expires_at    timestamptz not null,
  tries         int not null default 0 check (tries between 0 and 5),
  passed_at     timestamptz,
  used_at       timestamptz,
  primary key (district, token_sha256)
);

select public.app_distribute('access.resident_codes', 'district');

select public.app_protect('access.resident_codes', 'select, insert, delete, update (tries, passed_at, used_at)');

create index codes_of_a_phone on access.resident_codes (district, phone_lookup, asked_at);

create index codes_by_end on access.resident_codes (district, expires_at);

-- A resident's browser, for half an hour. A resident is a person and no account: nothing that an account may do is theirs.
create table access.resident_sessions (
  district      int not null,
  token_sha256  bytea not null,
  person_id     uuid not null,
  started_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  ended_at      timestamptz,
  primary key (district, token_sha256)
);

select public.app_distribute('access.resident_sessions', 'district');

alter table access.resident_sessions add constraint session_of_a_resident foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('access.resident_sessions', 'select, insert, delete, update (ended_at)');

create index resident_sessions_by_end on access.resident_sessions (district, expires_at);

-- How often something was tried within an hour of real time, by a keyed hash of the phone or of the address it came from.
create table access.tries (
  district  int not null,
  what      text not null check (what in ('code-by-phone', 'code-by-address', 'sign-in-by-phone', 'sign-in-by-address')),
  of_whom   bytea not null,
  hour      timestamptz not null,
  count     int not null check (count > 0),
  primary key (district, what, of_whom, hour)
);

select public.app_distribute('access.tries', 'district');

select public.app_protect('access.tries', 'select, insert, delete, update (count)');

create index tries_by_hour on access.tries (district, hour);
