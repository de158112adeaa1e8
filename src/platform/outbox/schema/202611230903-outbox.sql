create schema outbox;

grant usage on schema outbox to shanjiang_app, shanjiang_reader;

-- Something happened that another room reacts to; written in the transaction in which it happened.
create table outbox.events (
  district    int not null,
  id          uuid not null,
  kind        text not null,
  subject_id  uuid not null,
  body        jsonb not null,
  created_at  timestamptz not null default now(),
  done_at     timestamptz,
  attempts    int not null default 0,
  failure     text,
  primary key (district, id)
);

select public.app_distribute('outbox.events', 'district');

select public.app_protect('outbox.events', 'select, insert, update (done_at, attempts, failure)');

create index events_waiting on outbox.events (district, id) where done_at is null;
