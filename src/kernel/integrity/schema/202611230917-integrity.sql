create schema integrity;

grant usage on schema integrity to shanjiang_app, shanjiang_reader;

-- What a named check answered about a subject at a moment; passes are kept too. Never changed: a later run is another row.
create table integrity.check_results (
  district      int not null,
  id            uuid not null,
  run_id        uuid not null,
  check_id      text not null,
  moment        text not null,
  subject_kind  text not null,
  subject_id    uuid not null,
  group_id      uuid not null,
  outcome       text not null check (outcome in ('passed', 'failed', 'unavailable', 'not-applicable')),
  action        text not null check (action in ('block', 'hold', 'flag')),
  sentence      jsonb not null,
  evidence      jsonb not null default '[]',
  ran_at        timestamptz not null default now(),
  business_at   timestamptz not null,
  primary key (district, id),
  constraint one_answer_a_run unique (district, run_id, check_id, subject_id)
);

select public.app_distribute('integrity.check_results', 'district');

select public.app_protect('integrity.check_results', 'select, insert');

create index results_of_a_subject on integrity.check_results (district, subject_id, check_id, id);

create index results_of_a_group on integrity.check_results (district, group_id, run_id);
