-- Makes a table ready to be sealed: every row tells when its transaction began, and rows of lately are found without
-- walking the table (a BRIN index costs a write next to nothing). Rows that were there before are told of from now.
create function public.app_seal(tbl text, told_in text default 'recorded_at') returns void
language plpgsql as $$
begin
  execute format('alter table %s add column if not exists %I timestamptz not null default now()', tbl, told_in);
  execute format('create index on %s using brin (%I) with (pages_per_range = 32, autosummarize = on)', tbl, told_in);
end $$;

-- Where the sealing of a district stands; one row, locked by whoever seals. `frontier`: the hashes of the whole subtrees
-- of the tree so far, largest first. `settled`: by source, the moment up to which no row can appear any more.
create table record.seal_heads (
  district  int not null primary key,
  number    int not null default 0 check (number >= 0),
  size      bigint not null default 0 check (size >= 0),
  root      bytea not null check (length(root) = 32),
  frontier  bytea not null default '' check (length(frontier) % 32 = 0),
  settled   jsonb not null default '{}'
);

select public.app_distribute('record.seal_heads', 'district');

select public.app_protect('record.seal_heads', 'select, insert');

grant update (number, size, root, frontier, settled) on record.seal_heads to shanjiang_app;

-- A seal: the root of the Merkle tree (RFC 6962) over all leaves so far, signed. Never changed.
create table record.seals (
  district       int not null,
  number         int not null check (number > 0),
  size           bigint not null check (size > 0),
  root           bytea not null check (length(root) = 32),
  previous_root  bytea not null check (length(previous_root) = 32),
  sealed_at      timestamptz not null,
  key_id         text not null,
  signature      bytea not null,
  primary key (district, number),
  constraint a_seal_has_a_size_of_its_own unique (district, size)
);

select public.app_distribute('record.seals', 'district');

select public.app_protect('record.seals', 'select, insert');

-- A leaf of the tree: the hash of one row of one source, as it read when it was sealed. Never changed.
create table record.leaves (
  district   int not null,
  position   bigint not null check (position >= 0),
  seal       int not null,
  source     text not null,
  row_key    text not null,
  form       int not null,
  leaf_hash  bytea not null check (length(leaf_hash) = 32),
  primary key (district, position),
  constraint a_row_is_sealed_once unique (district, source, row_key)
);

select public.app_distribute('record.leaves', 'district');

select public.app_protect('record.leaves', 'select, insert');

-- Whole subtrees of 256, 65536, … leaves, so that a proof does not read every leaf.
create table record.subtrees (
  district  int not null,
  level     int not null check (level % 8 = 0),
  nth       bigint not null check (nth >= 0),
  hash      bytea not null check (length(hash) = 32),
  primary key (district, level, nth)
);

select public.app_distribute('record.subtrees', 'district');

select public.app_protect('record.subtrees', 'select, insert');

-- Which columns of a source a leaf is the hash of, in this order; a table that is given a column gets the next form.
create table record.sealed_forms (
  district  int not null,
  source    text not null,
  form      int not null check (form > 0),
  columns   text[] not null,
  primary key (district, source, form)
);

select public.app_distribute('record.sealed_forms', 'district');

select public.app_protect('record.sealed_forms', 'select, insert');

-- Somebody had everything compared. `beat_at` moves while it runs: one that stands still was broken off.
create table record.verifications (
  district    int not null,
  id          uuid not null,
  account_id  uuid not null,
  person_id   uuid not null,
  status      text not null check (status in ('asked', 'running', 'done', 'failed')),
  progress    jsonb not null default '{}',
  result      jsonb,
  asked_at    timestamptz not null default now(),
  beat_at     timestamptz,
  ended_at    timestamptz,
  primary key (district, id)
);

select public.app_distribute('record.verifications', 'district');

select public.app_protect('record.verifications', 'select, insert');

grant update (status, progress, result, beat_at, ended_at) on record.verifications to shanjiang_app;

select public.app_seal('record.acts');

select public.app_seal('record.papers');

select public.app_seal('record.paper_prints');

select public.app_seal('record.scans');

select public.app_seal('record.scan_strikes');
