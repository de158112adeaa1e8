-- Whose staff a list names: one row an employer, written with the list, so that "has this employer's list been given, and
-- as of when" is answered without reading its people.
create table people.insured_employers (
  district       int not null,
  import_id      uuid not null,
  uscc           text not null,
  employer_name  text not null,
  row_count      int not null check (row_count > 0),
  primary key (district, import_id, uscc)
);

select public.app_distribute('people.insured_employers', 'district');

alter table people.insured_employers add constraint employers_of_an_insured_list foreign key (district, import_id) references people.insured_imports (district, id);

-- Lists from before name their employers too. Their rows are read by their owner, once, past the fence that is forced on it.
alter table people.insured_staff no force row level security;

insert into people.insured_employers (district, import_id, uscc, employer_name, row_count) select district, import_id, uscc, max(employer_name), count(*)::int from people.insured_staff group by district, import_id, uscc;

alter table people.insured_staff force row level security;

select public.app_protect('people.insured_employers', 'select, insert');

create index insured_lists_of_an_employer on people.insured_employers (district, uscc);

-- A list that was imported by mistake (wrong day, wrong file) is withdrawn with a reason: it stays, and answers nothing.
alter table people.insured_imports add column withdrawn_at timestamptz;

alter table people.insured_imports add column withdrawn_by uuid;

alter table people.insured_imports add column withdrawal_reason text check (length(withdrawal_reason) between 1 and 200);

alter table people.insured_imports add constraint withdrawn_by_somebody_for_a_reason check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3));

grant update (withdrawn_at, withdrawn_by, withdrawal_reason) on people.insured_imports to shanjiang_app;

-- The same bytes stand once; after a withdrawal they may come again, with the right day.
alter table people.insured_imports drop constraint one_import_per_insured_list;

create unique index one_standing_import_per_insured_list on people.insured_imports (district, sha256) where withdrawn_at is null;
