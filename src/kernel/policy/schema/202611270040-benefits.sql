-- One subsidy that a person takes, whoever is paid: reserved in the transaction that reserves its money, committed, paid;
-- released or recovered, and then it counts no more. Only its status moves, and every move leaves an event.
create table policy.benefits (
  district        int not null,
  id              uuid not null,
  person_id       uuid not null,
  person_lookup   bytea not null,
  decision_id     uuid not null,
  group_id        uuid not null,
  scheme          text not null,
  scheme_version  text not null,
  family          text,
  occupation_id   text,
  level           text,
  counts_on       date not null,
  amount_fen      bigint not null check (amount_fen > 0),
  holder_kind     text not null check (holder_kind in ('claim', 'province-list')),
  holder_id       uuid not null,
  reference       text not null,
  status          text not null default 'reserved' check (status in ('reserved', 'committed', 'paid', 'released', 'recovered')),
  business_at     timestamptz not null,
  primary key (district, id),
  constraint one_benefit_a_decision_in_a_holder unique (district, holder_id, decision_id)
);

select public.app_distribute('policy.benefits', 'district');

alter table policy.benefits add constraint benefit_of_a_person foreign key (district, person_id) references people.persons (district, id);

alter table policy.benefits add constraint benefit_by_a_decision foreign key (district, decision_id) references policy.decisions (district, id);

select public.app_protect('policy.benefits', 'select, insert');

grant update (status) on policy.benefits to shanjiang_app;

select public.app_seal('policy.benefits');

create unique index one_living_benefit_a_decision on policy.benefits (district, decision_id) where status in ('reserved', 'committed', 'paid');

create index benefits_of_a_person on policy.benefits (district, person_id);

-- Every change of a benefit's status; the first has no former one.
create table policy.benefit_events (
  district     int not null,
  id           uuid not null,
  benefit_id   uuid not null,
  status_from  text,
  status_to    text not null check (status_to in ('reserved', 'committed', 'paid', 'released', 'recovered')),
  business_at  timestamptz not null,
  primary key (district, id)
);

select public.app_distribute('policy.benefit_events', 'district');

alter table policy.benefit_events add constraint event_of_a_benefit foreign key (district, benefit_id) references policy.benefits (district, id);

select public.app_protect('policy.benefit_events', 'select, insert');

select public.app_seal('policy.benefit_events');

create index events_of_a_benefit on policy.benefit_events (district, benefit_id, id);

-- The platform's registry, over all districts: by the keyed hash of a person and by no district. Whoever decides about a
-- person locks this row first, so that two districts that decide about one person take turns.
create table policy.person_turns (
  person_key  bytea not null primary key check (length(person_key) = 32),
  turns       bigint not null default 1
);

select public.app_distribute('policy.person_turns', 'person_key', 'none');

-- What somebody has taken, wherever: what a limit counts, and nothing that says where. `id` is the benefit's.
create table policy.person_uses (
  person_key     bytea not null,
  id             uuid not null,
  family         text,
  occupation_id  text,
  level          text,
  counts_on      date not null,
  amount_fen     bigint not null check (amount_fen > 0),
  lives          boolean not null default true,
  primary key (person_key, id)
);

select public.app_distribute('policy.person_uses', 'person_key', 'policy.person_turns');

-- Its fence is the person, as a tenant's is the district: a row is reached only by whoever names its keyed hash, which
-- nobody can list and nobody can make without the key.
alter table policy.person_turns enable row level security;

alter table policy.person_turns force row level security;

create policy anyone_within on policy.person_turns as permissive for all to public using (true) with check (true);

create policy named_person on policy.person_turns as restrictive for all to public using (encode(person_key, 'hex') = any (string_to_array(nullif(current_setting('app.persons', true), ''), ','))) with check (encode(person_key, 'hex') = any (string_to_array(nullif(current_setting('app.persons', true), ''), ',')));

grant select, insert on policy.person_turns to shanjiang_app;

grant update (turns) on policy.person_turns to shanjiang_app;

alter table policy.person_uses enable row level security;

alter table policy.person_uses force row level security;

create policy anyone_within on policy.person_uses as permissive for all to public using (true) with check (true);

create policy named_person on policy.person_uses as restrictive for all to public using (encode(person_key, 'hex') = any (string_to_array(nullif(current_setting('app.persons', true), ''), ','))) with check (encode(person_key, 'hex') = any (string_to_array(nullif(current_setting('app.persons', true), ''), ',')));

grant select, insert on policy.person_uses to shanjiang_app;

grant update (lives) on policy.person_uses to shanjiang_app;
