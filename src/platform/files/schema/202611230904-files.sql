create schema files;

grant usage on schema files to shanjiang_app, shanjiang_reader;

-- A file somebody gave us or we made, sealed: its bytes may hold identity numbers. Never changed.
create table files.files (
  district      int not null,
  id            uuid not null,
  sha256        bytea not null,
  name          text not null check (length(name) between 1 and 300),
  media_type    text not null,
  size_bytes    int not null check (size_bytes >= 0),
  sealed_bytes  bytea not null,
  created_at    timestamptz not null default now(),
  created_by    uuid,
  primary key (district, id)
);

select public.app_distribute('files.files', 'district');

select public.app_protect('files.files', 'select, insert');
