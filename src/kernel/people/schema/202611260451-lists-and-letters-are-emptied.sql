-- What an emptying (record.emptyings) takes from an insured list: whom each spell is of. Employers and months stay and tell
-- of nobody; the row's own id stands in the place of the hash.
create function public.app_empty_insured_list(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update people.insured_staff s
  set identity_lookup = decode(repeat('00', 16) || replace(s.id::text, '-', ''), 'hex')
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'people.insured_imports'
    and s.district = here and s.import_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

revoke all on function public.app_empty_insured_list(uuid) from public;

grant execute on function public.app_empty_insured_list(uuid) to shanjiang_app;

-- And from a comparison letter: the names of its people, which stand with the persons themselves, and what its answers'
-- files were called.
create function public.app_empty_letter(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update people.letter_answers a set file_name = '*'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'people.letters'
    and a.district = here and a.letter_id = e.row_id and a.file_name is not null;
  update people.letter_people p set name = '*'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'people.letters'
    and p.district = here and p.letter_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

revoke all on function public.app_empty_letter(uuid) from public;

grant execute on function public.app_empty_letter(uuid) to shanjiang_app;
