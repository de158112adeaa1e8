-- Somebody asked for everything about a class, a person or a provider as one file. Its status moves, and what came of it
-- is written once; who asked for what, and why, never changes. `beat_at` moves while it is made: one that stands still was
-- broken off.
create table record.archives (
  district         int not null,
  id               uuid not null,
  about_kind       text not null check (about_kind in ('class', 'person', 'provider')),
  about_id         uuid not null,
  -- What it is of, in both languages; of a person masked.
  title            jsonb not null,
  reason           text not null check (length(reason) between 4 and 200),
  in_full          boolean not null default false,
  account_id       uuid not null,
  person_id        uuid not null,
  status           text not null check (status in ('asked', 'running', 'done', 'failed', 'cancelled', 'swept')),
  progress         jsonb not null default '{}',
  asked_at         timestamptz not null default now(),
  beat_at          timestamptz,
  ended_at         timestamptz,
  expires_at       timestamptz,
  steps            int check (steps > 0),
  parts            int check (parts > 0),
  size_bytes       bigint check (size_bytes > 0),
  sha256           bytea check (length(sha256) = 32),
  manifest_sha256  bytea check (length(manifest_sha256) = 32),
  primary key (district, id),
  constraint what_is_made_is_known check (
    status not in ('done', 'swept')
    or (expires_at is not null and steps is not null and parts is not null and size_bytes is not null
      and sha256 is not null and manifest_sha256 is not null))
);

select public.app_distribute('record.archives', 'district');

select public.app_protect('record.archives', 'select, insert');

grant update (status, progress, beat_at, ended_at, expires_at, steps, parts, size_bytes, sha256, manifest_sha256) on record.archives to shanjiang_app;

-- A piece of an archive, sealed; swept with it.
create table record.archive_parts (
  district      int not null,
  id            uuid not null,
  archive_id    uuid not null,
  nth           int not null check (nth > 0),
  sealed_bytes  bytea not null,
  primary key (district, id),
  constraint a_part_has_its_place unique (district, archive_id, nth)
);

select public.app_distribute('record.archive_parts', 'district');

alter table record.archive_parts add constraint part_of_an_archive foreign key (district, archive_id) references record.archives (district, id);

select public.app_protect('record.archive_parts', 'select, insert, delete');
