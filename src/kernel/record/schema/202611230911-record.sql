create schema record;

grant usage on schema record to shanjiang_app, shanjiang_reader;

-- Who did what to which subject, when and why. Append-only.
create table record.acts (
  district      int not null,
  id            uuid not null,
  act           text not null,
  subject_kind  text not null,
  subject_id    uuid not null,
  account_id    uuid,
  person_id     uuid,
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  detail        jsonb not null default '{}',
  primary key (district, id)
);

select public.app_distribute('record.acts', 'district');

select public.app_protect('record.acts', 'select, insert');

create index acts_of_a_subject on record.acts (district, subject_kind, subject_id, id);
