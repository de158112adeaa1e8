-- More is counted than residents' codes: what, says the house (`tries/limits.ts`).
alter table access.tries drop constraint tries_what_check;

alter table access.tries add constraint what_is_counted_has_a_name check (what ~ '^[a-z]+(-[a-z]+)*$');

-- Wrong passwords and codes of an account since its owner last signed in, told to the owner then.
create table access.wrong_tries (
  district    int not null,
  account_id  uuid not null,
  count       int not null check (count > 0),
  last_at     timestamptz not null,
  primary key (district, account_id)
);

select public.app_distribute('access.wrong_tries', 'district');

alter table access.wrong_tries add constraint wrong_tries_of_an_account foreign key (district, account_id) references access.accounts (district, id);

select public.app_protect('access.wrong_tries', 'select, insert, update (count, last_at), delete');
