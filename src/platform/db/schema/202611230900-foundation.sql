-- What every later migration leans on: distribution (a no-op on one machine), and the tenant's fence.

-- Distributes a table under Citus; on plain PostgreSQL it does nothing. `col` null makes a reference table.
create function public.app_distribute(tbl text, col text default null, colo text default 'default') returns text
language plpgsql as $$
begin
  if not exists (select 1 from pg_extension where extname = 'citus') then return 'plain'; end if;
  if exists (select 1 from pg_dist_partition where logicalrelid = tbl::regclass and partmethod in ('h', 'n')
             and (col is null or partkey is not null) and (col is not null or repmodel = 't')) then return 'already'; end if;
  perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
  if col is null then execute format('select create_reference_table(%L)', tbl); return 'reference'; end if;
  execute format('select create_distributed_table(%L, %L, colocate_with => %L)', tbl, col, colo);
  return 'distributed';
end $$;

-- Fences a tenant table: row-level security forced for everybody, the owner too, with a restrictive tenant policy
-- (a second permissive policy can then never open what it closes). `verbs` is what the application may do;
-- the reader may only look. Column grants (status) are given by the migration that knows why.
create function public.app_protect(tbl text, verbs text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy anyone_within on %s as permissive for all to public using (true) with check (true)', tbl);
  execute format('create policy own_district on %s as restrictive for all to public using (district = nullif(current_setting(''app.district'', true), '''')::int) with check (district = nullif(current_setting(''app.district'', true), '''')::int)', tbl);
  execute format('grant %s on %s to shanjiang_app', verbs, tbl);
  execute format('grant select on %s to shanjiang_reader', tbl);
end $$;
