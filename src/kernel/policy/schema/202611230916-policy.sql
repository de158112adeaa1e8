create schema policy;

grant usage on schema policy to shanjiang_app, shanjiang_reader;

-- Scheme packs and county parameters as they were when decided by, named by the hash of their content. Never edited.
create table policy.documents (
  sha256     bytea primary key,
  kind       text not null check (kind in ('pack', 'parameters')),
  region     text not null,
  name       text not null,
  version    text not null,
  document   jsonb not null,
  loaded_at  timestamptz not null default now()
);

select public.app_distribute('policy.documents');

grant select, insert on policy.documents to shanjiang_app;

grant select on policy.documents to shanjiang_reader;

-- Something a mechanism knows to have happened, that a scheme may answer to. A change is a next version.
create table policy.facts (
  district     int not null,
  id           uuid not null,
  kind         text not null,
  subject_id   uuid not null,
  version      int not null check (version >= 1),
  person_id    uuid not null,
  group_id     uuid not null,
  occurred_on  date not null,
  body         jsonb not null,
  source_kind  text not null,
  source_id    uuid not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint one_fact_a_version unique (district, kind, subject_id, version)
);

select public.app_distribute('policy.facts', 'district');

alter table policy.facts add constraint fact_about_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('policy.facts', 'select, insert');

create index facts_of_a_group on policy.facts (district, group_id, kind);

-- What a scheme answered to a fact, with everything it was answered from. Appended, never recomputed in place.
create table policy.decisions (
  district           int not null,
  id                 uuid not null,
  fact_id            uuid not null,
  person_id          uuid not null,
  group_id           uuid not null,
  scheme             text not null,
  scheme_version     text not null,
  pack_sha256        bytea not null references policy.documents (sha256),
  cause              text not null check (cause in ('original', 'changed-fact', 'appeal', 'related-decision', 'rule-correction', 'manual')),
  facts              jsonb not null,
  answer             text not null check (answer in ('eligible', 'not-eligible', 'not-known', 'not-applicable')),
  value_fen          bigint not null check (value_fen >= 0),
  subtracted_fen     bigint not null check (subtracted_fen >= 0),
  effective_fen      bigint not null check (effective_fen >= 0),
  trace              jsonb not null,
  content_sha256     bytea not null,
  decided_at         timestamptz not null default now(),
  business_at        timestamptz not null,
  primary key (district, id),
  constraint effective_is_value_less_subtracted check (effective_fen = value_fen - subtracted_fen),
  constraint only_the_eligible_have_a_value check (answer = 'eligible' or value_fen = 0),
  constraint one_original_decision_a_fact unique (district, fact_id, scheme, cause)
);

select public.app_distribute('policy.decisions', 'district');

alter table policy.decisions add constraint decision_on_a_fact foreign key (district, fact_id) references policy.facts (district, id);

select public.app_protect('policy.decisions', 'select, insert');

create index decisions_of_a_group on policy.decisions (district, group_id, scheme);
