-- What an emptying (record.emptyings) takes from a roster that never came to a class, besides its files: phones and
-- addresses of its people.
create function public.app_empty_roster(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update training.enrolments n set phone_sealed = null, address_sealed = null
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'training.roster_imports'
    and n.district = here and n.roster_import_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

revoke all on function public.app_empty_roster(uuid) from public;

grant execute on function public.app_empty_roster(uuid) to shanjiang_app;
