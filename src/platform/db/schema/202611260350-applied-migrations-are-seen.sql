-- A process tells whether the schema it works on is its own: it may look which migrations were applied.
grant select on public.applied_migrations to shanjiang_app, shanjiang_reader;
