-- What an emptying (record.emptyings) takes of a class whose years are over, besides its files: how its rosters name, reach
-- and describe people. Hours, signs and marks stay and tell of nobody once the persons are emptied too.
create function public.app_empty_class(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update training.enrolments n set name = '*', phone_sealed = null, phone_masked = null, address_sealed = null,
    education = '', doubts = '[]'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'training.classes'
    and n.district = here and n.class_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

revoke all on function public.app_empty_class(uuid) from public;

grant execute on function public.app_empty_class(uuid) to shanjiang_app;
