-- Somebody proposes that decisions on people of one group under one scheme be given anew: why, by which document, what two
-- people say where the machine does not decide (`manual`), and the hash of the outcome that was looked at. It counts once
-- another natural person has confirmed it; nothing of it is ever changed.
create table funds.redecisions (
  district             int not null,
  id                   uuid not null,
  group_id             uuid not null,
  scheme               text not null,
  scheme_title         jsonb not null,
  cause                text not null check (cause in ('changed-fact', 'appeal', 'related-decision', 'rule-correction', 'manual')),
  reason               text not null check (length(reason) between 2 and 500),
  document             text not null check (length(document) between 2 and 200),
  manual               jsonb,
  about_kind           text check (about_kind in ('person-report', 'objection', 'decision')),
  about_id             uuid,
  difference_fen       bigint not null,
  seen_sha256          bytea not null,
  proposed_by          uuid not null,
  proposed_account_id  uuid not null,
  business_at          timestamptz not null,
  recorded_at          timestamptz not null default now(),
  primary key (district, id),
  constraint a_redecision_and_its_proposer unique (district, id, proposed_by),
  constraint manual_says_what_people_decide check ((cause = 'manual') = (manual is not null)),
  constraint about_something_by_kind_and_id check ((about_kind is null) = (about_id is null))
);

select public.app_distribute('funds.redecisions', 'district');

alter table funds.redecisions add constraint redecision_by_a_natural_person foreign key (district, proposed_by) references people.persons (district, id);

select public.app_protect('funds.redecisions', 'select, insert');

create index redecisions_of_a_group on funds.redecisions (district, group_id, id);

create index manual_redecisions on funds.redecisions (district, id) where cause = 'manual';

-- One decision of a proposal: which it would follow, and what it would come to. `nth` is how often that decision has been
-- proposed to be followed: of two people who propose at once the second meets the key.
create table funds.redecision_items (
  district       int not null,
  redecision_id  uuid not null,
  decision_id    uuid not null,
  claim_id       uuid not null,
  subject_id     uuid not null,
  person_id      uuid not null,
  nth            int not null check (nth > 0),
  was_fen        bigint not null check (was_fen >= 0),
  answer         text not null check (answer in ('eligible', 'not-eligible', 'not-known', 'not-applicable')),
  effective_fen  bigint not null check (effective_fen >= 0),
  primary key (district, redecision_id, decision_id),
  constraint one_redecision_at_a_time unique (district, decision_id, nth)
);

select public.app_distribute('funds.redecision_items', 'district');

alter table funds.redecision_items add constraint item_of_a_redecision foreign key (district, redecision_id) references funds.redecisions (district, id);

alter table funds.redecision_items add constraint item_follows_a_decision foreign key (district, decision_id) references policy.decisions (district, id);

select public.app_protect('funds.redecision_items', 'select, insert');

create index redecisions_of_a_person on funds.redecision_items (district, person_id, redecision_id);

-- What another person answered to it, once; only its proposer takes it back, before anybody has answered.
create table funds.redecision_answers (
  district            int not null,
  redecision_id       uuid not null,
  proposed_by         uuid not null,
  answered_by         uuid not null,
  answered_account_id uuid not null,
  outcome             text not null check (outcome in ('confirmed', 'declined', 'withdrawn')),
  reason              text not null default '' check (length(reason) <= 500),
  business_at         timestamptz not null,
  recorded_at         timestamptz not null default now(),
  primary key (district, redecision_id),
  constraint two_people_decide_anew check ((outcome = 'withdrawn') = (answered_by = proposed_by)),
  constraint declined_for_a_reason check (outcome = 'confirmed' or length(reason) >= 2)
);

select public.app_distribute('funds.redecision_answers', 'district');

alter table funds.redecision_answers add constraint answer_to_a_redecision foreign key (district, redecision_id, proposed_by) references funds.redecisions (district, id, proposed_by);

alter table funds.redecision_answers add constraint answered_by_a_natural_person foreign key (district, answered_by) references people.persons (district, id);

select public.app_protect('funds.redecision_answers', 'select, insert');

-- The decision that an item became.
create table funds.redecision_made (
  district       int not null,
  redecision_id  uuid not null,
  decision_id    uuid not null,
  made_id        uuid not null,
  recorded_at    timestamptz not null default now(),
  primary key (district, redecision_id, decision_id),
  constraint one_redecision_a_decision unique (district, made_id)
);

select public.app_distribute('funds.redecision_made', 'district');

alter table funds.redecision_made add constraint made_of_an_item foreign key (district, redecision_id, decision_id) references funds.redecision_items (district, redecision_id, decision_id);

alter table funds.redecision_made add constraint made_a_decision foreign key (district, made_id) references policy.decisions (district, id);

select public.app_protect('funds.redecision_made', 'select, insert');

-- A paper that supports it, kept sealed; added while it waits, never changed, each opening recorded.
create table funds.redecision_files (
  district       int not null,
  id             uuid not null,
  redecision_id  uuid not null,
  file_id        uuid not null,
  file_name      text not null,
  media_type     text not null,
  size_bytes     int not null,
  file_sha256    bytea not null,
  person_id      uuid not null,
  account_id     uuid not null,
  business_at    timestamptz not null,
  recorded_at    timestamptz not null default now(),
  primary key (district, id),
  constraint a_paper_of_a_redecision_is_kept_once unique (district, redecision_id, file_sha256)
);

select public.app_distribute('funds.redecision_files', 'district');

alter table funds.redecision_files add constraint paper_of_a_redecision foreign key (district, redecision_id) references funds.redecisions (district, id);

alter table funds.redecision_files add constraint paper_kept_sealed foreign key (district, file_id) references files.files (district, id);

select public.app_protect('funds.redecision_files', 'select, insert');

select public.app_seal('funds.redecisions');

select public.app_seal('funds.redecision_items');

select public.app_seal('funds.redecision_answers');

select public.app_seal('funds.redecision_made');

select public.app_seal('funds.redecision_files');
