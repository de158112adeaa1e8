create schema http;

grant usage on schema http to shanjiang_app;

-- One row per changing request that succeeded, written in the transaction of its work: the same key gives the same
-- answer, and a different request under a used key is refused.
create table http.idempotency_keys (
  district        int not null,
  account_id      uuid not null,
  key             text not null check (length(key) between 8 and 200),
  request_sha256  bytea not null,
  status          int,
  answer          jsonb,
  created_at      timestamptz not null default now(),
  primary key (district, account_id, key)
);

select public.app_distribute('http.idempotency_keys', 'district');

select public.app_protect('http.idempotency_keys', 'select, insert, update (status, answer)');
