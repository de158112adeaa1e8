-- Somebody had a scheme's document tried on the recorded facts of some days. What was tried and beside what never changes;
-- `before_document` is null where it is compared with what was decided. How far it is and what it came to moves with it:
-- a process that dies is followed by another, which goes on after the last block.
create table funds.trials (
  district         int not null,
  id               uuid not null,
  scheme           text not null,
  fact_kind        text not null,
  after_named      jsonb not null,
  after_document   jsonb not null,
  after_sha256     bytea not null check (length(after_sha256) = 32),
  draft_id         uuid,
  before_named     jsonb,
  before_document  jsonb,
  before_sha256    bytea check (length(before_sha256) = 32),
  values_on        date,
  from_on          date not null,
  to_on            date not null,
  account_id       uuid not null,
  person_id        uuid not null,
  status           text not null check (status in ('asked', 'running', 'done', 'failed', 'cancelled', 'swept')),
  begun            int not null default 0 check (begun >= 0),
  cases_done       int not null default 0 check (cases_done >= 0),
  cases_of         int check (cases_of >= 0),
  last_on          date,
  last_fact_id     uuid,
  names            jsonb,
  tally            jsonb,
  lines            jsonb,
  asked_at         timestamptz not null default now(),
  business_at      timestamptz not null,
  beat_at          timestamptz,
  ended_at         timestamptz,
  expires_at       timestamptz,
  primary key (district, id),
  constraint a_trial_ends_after_it_begins check (to_on >= from_on),
  constraint what_it_is_compared_with_is_named check (
    (before_document is null) = (before_sha256 is null) and (before_document is null) = (before_named is null)),
  constraint a_place_is_a_day_and_a_fact check ((last_on is null) = (last_fact_id is null)),
  constraint a_finished_trial_has_its_sums check (
    status not in ('done', 'swept')
    or (tally is not null and lines is not null and names is not null and expires_at is not null))
);

select public.app_distribute('funds.trials', 'district');

alter table funds.trials add constraint trial_by_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('funds.trials', 'select, insert');

grant update (status, begun, cases_done, cases_of, last_on, last_fact_id, names, tally, lines, beat_at, ended_at, expires_at) on funds.trials to shanjiang_app;

create index trials_under_way on funds.trials (district, id) where status in ('asked', 'running');

-- Some thousand cases of a trial one after another, each with fixed widths: whose fact, by what it is counted, both amounts,
-- and which conditions and facts stand in the way. Swept with the trial. What is as short as can be is not compressed again.
create table funds.trial_blocks (
  district  int not null,
  id        uuid not null,
  trial_id  uuid not null,
  nth       int not null check (nth > 0),
  cases     int not null check (cases > 0),
  ids       bytea not null,
  keys      bytea not null,
  amounts   bytea not null,
  marks     bytea not null,
  primary key (district, id),
  constraint a_block_has_its_place unique (district, trial_id, nth)
);

select public.app_distribute('funds.trial_blocks', 'district');

alter table funds.trial_blocks add constraint block_of_a_trial foreign key (district, trial_id) references funds.trials (district, id);

alter table funds.trial_blocks alter column ids set storage external, alter column keys set storage external, alter column amounts set storage external, alter column marks set storage external;

select public.app_protect('funds.trial_blocks', 'select, insert, delete');
