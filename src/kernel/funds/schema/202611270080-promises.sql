-- What a decision with instalments promises somebody beside the first instalment: made once for a person and scheme of a
-- group. Never changed; its instalments move.
create table funds.promises (
  district         int not null,
  id               uuid not null,
  decision_id      uuid not null,
  fact_id          uuid not null,
  person_id        uuid not null,
  group_id         uuid not null,
  subject_id       uuid not null,
  organisation_id  uuid not null,
  scheme           text not null,
  scheme_version   text not null,
  scheme_title     jsonb not null,
  fund             text not null,
  title            text not null,
  amount_fen       bigint not null check (amount_fen > 0),
  instalments      int not null check (instalments >= 2),
  business_at      timestamptz not null,
  primary key (district, id),
  constraint one_promise_a_subject_and_scheme unique (district, group_id, subject_id, scheme)
);

select public.app_distribute('funds.promises', 'district');

alter table funds.promises add constraint promise_by_a_decision foreign key (district, decision_id) references policy.decisions (district, id);

alter table funds.promises add constraint promise_to_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('funds.promises', 'select, insert');

select public.app_seal('funds.promises');

create index promises_of_a_person on funds.promises (district, person_id);

-- One later instalment: from its day until the last of its time. Those of one group that fall due together are one round,
-- claimed together. Its status moves with an event; why it waits, and when it was last looked at, is kept with it.
create table funds.instalments (
  district    int not null,
  id          uuid not null,
  promise_id  uuid not null,
  round_id    uuid not null,
  number      int not null check (number >= 2),
  due_on      date not null,
  ends_on     date not null,
  amount_fen  bigint not null check (amount_fen > 0),
  status      text not null default 'promised' check (status in ('promised', 'due', 'paused', 'over')),
  because     jsonb,
  looked_on   date,
  primary key (district, id),
  constraint each_instalment_once unique (district, promise_id, number),
  constraint an_instalment_has_its_time check (ends_on >= due_on)
);

select public.app_distribute('funds.instalments', 'district');

alter table funds.instalments add constraint instalment_of_a_promise foreign key (district, promise_id) references funds.promises (district, id);

select public.app_protect('funds.instalments', 'select, insert');

grant update (status, because, looked_on) on funds.instalments to shanjiang_app;

select public.app_seal('funds.instalments');

create index instalments_to_look_at on funds.instalments (district, due_on, id) where status <> 'over';

create index instalments_of_a_round on funds.instalments (district, round_id);

alter table funds.status_events drop constraint status_events_subject_kind_check;

alter table funds.status_events add constraint status_events_subject_kind_check check (subject_kind in ('claim', 'batch', 'payment', 'entitlement', 'public-notice', 'line-hold', 'recovery', 'instalment'));
