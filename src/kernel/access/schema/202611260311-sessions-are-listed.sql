-- A session can be named, so that its owner can read where they are signed in and end one. Sessions of before get a name
-- too; on what device they began is not known.
alter table access.sessions add column id uuid not null default gen_random_uuid();

alter table access.sessions alter column id drop default;

alter table access.sessions add column device text not null default 'unknown';

-- When something was last asked in it, written at most each few minutes.
alter table access.sessions add column seen_at timestamptz not null default now();

-- When the second factor was last given in it.
alter table access.sessions add column second_factor_at timestamptz;

-- What its owner is told: wrong passwords since the sign-in before.
alter table access.sessions add column wrong_before int not null default 0 check (wrong_before >= 0);

alter table access.sessions add column wrong_last_at timestamptz;

alter table access.sessions add constraint one_session_per_name unique (district, id);

grant update (seen_at) on access.sessions to shanjiang_app;

create index sessions_of_an_account on access.sessions (district, account_id, expires_at);

-- Between the password and the second factor: a short way in that lets nobody do anything else. It belongs to no session.
create table access.sign_ins (
  district      int not null,
  token_sha256  bytea not null,
  account_id    uuid not null,
  step          text not null check (step in ('code', 'enrol')),
  device        text not null,
  started_at    timestamptz not null default clock_timestamp(),
  expires_at    timestamptz not null,
  tries         int not null default 0,
  ended_at      timestamptz,
  primary key (district, token_sha256),
  constraint a_way_in_is_tried_five_times check (tries between 0 and 5)
);

select public.app_distribute('access.sign_ins', 'district');

alter table access.sign_ins add constraint way_in_of_an_account foreign key (district, account_id) references access.accounts (district, id);

select public.app_protect('access.sign_ins', 'select, insert, delete, update (tries, ended_at)');

create index sign_ins_by_end on access.sign_ins (district, expires_at);
