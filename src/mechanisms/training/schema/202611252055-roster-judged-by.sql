-- The plan that a roster was judged by when it was imported, and which of it the roster's title lines name: a plan that is
-- changed afterwards no longer stands behind the roster in silence. Null for uploads from before it was kept.
alter table training.roster_imports add column judged_by jsonb;
