-- What was followed up long ago is swept: the record, not the outbox, tells what happened.
grant delete on outbox.events to shanjiang_app;

create index events_done on outbox.events (district, done_at) where done_at is not null;
