-- What was emptied because its years were over: the row that it was of, from when the years were counted, and the hash of
-- each file. The row stays where it was; only what it kept of people is gone. Never before the years are over.
create table record.emptyings (
  district      int  not null,
  id            uuid not null,
  rule          text not null check (length(rule) between 2 and 40),
  source        text not null,
  row_id        uuid not null,
  title         jsonb not null,
  subject_kind  text not null,
  subject_id    uuid not null,
  file_ids      uuid[] not null,
  file_hashes   bytea[] not null,
  since_on      date not null,
  years         int  not null check (years between 1 and 100),
  emptied_on    date not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint a_row_is_emptied_once unique (district, source, row_id),
  constraint nothing_is_emptied_before_its_years check (emptied_on >= since_on + make_interval(years => years)),
  constraint a_hash_for_each_file check (cardinality(file_ids) = cardinality(file_hashes))
);

select public.app_distribute('record.emptyings', 'district');

select public.app_protect('record.emptyings', 'select, insert');

select public.app_seal('record.emptyings');

-- Rows under a seal of which values were emptied: how each read before (its leaf) and how it reads since, both as the hash
-- of a leaf. Whoever verifies takes a row that reads so for what the rule left of it, and any other for changed.
create table record.emptied_rows (
  district     int  not null,
  source       text not null,
  row_key      text not null,
  emptying_id  uuid not null,
  leaf_before  bytea not null check (length(leaf_before) = 32),
  leaf_after   bytea not null check (length(leaf_after) = 32),
  recorded_at  timestamptz not null default now(),
  primary key (district, source, row_key)
);

select public.app_distribute('record.emptied_rows', 'district');

alter table record.emptied_rows add constraint a_row_of_an_emptying foreign key (district, emptying_id) references record.emptyings (district, id);

select public.app_protect('record.emptied_rows', 'select, insert');

select public.app_seal('record.emptied_rows');

-- The only way in which a kept file loses its bytes: those that an emptying names. Its row and its hash stay.
create function public.app_empty_files(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update files.files f set sealed_bytes = ''::bytea
  from record.emptyings e
  where e.district = here and e.id = emptying and f.district = here and f.id = any(e.file_ids)
    and octet_length(f.sealed_bytes) > 0;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

revoke all on function public.app_empty_files(uuid) from public;

grant execute on function public.app_empty_files(uuid) to shanjiang_app;
