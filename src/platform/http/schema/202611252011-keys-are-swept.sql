-- A key is kept as long as somebody may still repeat its request; older ones are swept.
grant delete on http.idempotency_keys to shanjiang_app;

create index keys_by_age on http.idempotency_keys (district, created_at);
