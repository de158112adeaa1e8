-- What an emptying (record.emptyings) takes of a person whose years are over: names, numbers, telephones, accounts, what
-- they asked to be put right, and what other offices said of them. The row stays, because what was paid rests on it; in the
-- place of each look-up stands the row's own id, by which nobody is found.
create function public.app_empty_person(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  whom uuid;
begin
  select e.row_id into whom from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'people.persons';
  if whom is null then return 0; end if;
  update people.register_hits h set says = '*', from_text = null, to_text = null, uscc = null, other_name = null
  where h.district = here and h.person_id = whom;
  update people.correction_decisions d set reason = case when d.verdict = 'declined' then '**' else '' end
  from people.correction_requests r
  where r.district = here and r.person_id = whom and d.district = here and d.request_id = r.id;
  update people.correction_answers a set answer = '**'
  from people.correction_requests r
  where r.district = here and r.person_id = whom and a.district = here and a.request_id = r.id;
  update people.correction_requests r set should_be = '*', why = '**',
    phone_sealed = case when r.phone_sealed is null then null else ''::bytea end,
    phone_masked = case when r.phone_masked is null then null else '*' end
  where r.district = here and r.person_id = whom;
  update people.corrected_values v set name = case when v.name is null then null else '*' end,
    phone_sealed = case when v.phone_sealed is null then null else ''::bytea end,
    phone_masked = case when v.phone_masked is null then null else '*' end,
    phone_lookup = case when v.phone_lookup is null then null
      else decode(repeat('00', 16) || replace(v.id::text, '-', ''), 'hex') end
  where v.district = here and v.person_id = whom;
  update people.bank_accounts a set holder_name = '*', account_sealed = ''::bytea, account_tail = '****', bank_name = '*',
    account_lookup = decode(repeat('00', 16) || replace(a.id::text, '-', ''), 'hex')
  where a.district = here and a.person_id = whom;
  update people.persons p set name = '*', identity_sealed = ''::bytea, identity_masked = '*',
    identity_lookup = decode(repeat('00', 16) || replace(p.id::text, '-', ''), 'hex'), birth_date = date '1900-01-01',
    phone_sealed = null, phone_masked = null, phone_lookup = null
  where p.district = here and p.id = whom;
  return 1;
end $$;

revoke all on function public.app_empty_person(uuid) from public;

grant execute on function public.app_empty_person(uuid) to shanjiang_app;
