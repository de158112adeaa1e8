-- A session that expired long ago lets nobody in; who signed in and when stays in the record.
grant delete on access.sessions to shanjiang_app;

create index sessions_by_end on access.sessions (district, expires_at);
