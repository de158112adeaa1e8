-- What an emptying (record.emptyings) takes of a claim whose years are over: the names of its payees, and the masked names
-- and numbers that its notices showed. Amounts, hashes and states stay.
create function public.app_empty_claim(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update funds.public_notice_rows r set masked_name = '*', masked_identity = '*'
  from record.emptyings e, funds.claim_lines l
  where e.district = here and e.id = emptying and e.source = 'funds.claims'
    and l.district = here and l.claim_id = e.row_id and r.district = here and r.claim_line_id = l.id;
  update funds.claim_lines l set payee_name = '*'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'funds.claims'
    and l.district = here and l.claim_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

revoke all on function public.app_empty_claim(uuid) from public;

grant execute on function public.app_empty_claim(uuid) to shanjiang_app;

-- And of a batch, besides the bank's list and its answers: whom each payment went to and to which account.
create function public.app_empty_batch(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update funds.batch_lines p set payee_name = '*', account_sealed = ''::bytea, account_tail = '****', bank_name = '*'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'funds.batches'
    and p.district = here and p.batch_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;

revoke all on function public.app_empty_batch(uuid) from public;

grant execute on function public.app_empty_batch(uuid) to shanjiang_app;
