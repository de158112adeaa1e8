-- A follow-up that failed is tried again after growing pauses, by real time; one that gave up stays to be seen.
alter table outbox.events add column next_try_at timestamptz not null default now();

alter table outbox.events add column gave_up_at timestamptz;

alter table outbox.events add column failed_at timestamptz;

-- The reaction that failed last, by its name.
alter table outbox.events add column failed_in text;

-- Why, as a sentence in both languages without personal values; the whole failure is in the log under failure_id.
alter table outbox.events add column failed_as jsonb;

alter table outbox.events add column failure_id uuid;

-- The raw text of a failure could hold anything.
alter table outbox.events drop column failure;

grant update (next_try_at, gave_up_at, failed_at, failed_in, failed_as, failure_id) on outbox.events to shanjiang_app;

create index events_of_a_subject on outbox.events (district, subject_id, id) where done_at is null;

create index events_stuck on outbox.events (district, id) where done_at is null and failed_at is not null;
