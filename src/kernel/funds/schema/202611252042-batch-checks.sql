-- What was asked about the people of a claim before it was frozen into a batch: the run and its figures. Never changed.
create table funds.batch_checks (
  district       int not null,
  batch_id       uuid not null,
  claim_id       uuid not null,
  run_id         uuid not null,
  checks_asked   int not null check (checks_asked >= 0),
  checks_passed  int not null check (checks_passed between 0 and checks_asked),
  primary key (district, batch_id, claim_id)
);

select public.app_distribute('funds.batch_checks', 'district');

alter table funds.batch_checks add constraint checks_of_a_claim_in_a_batch foreign key (district, batch_id, claim_id) references funds.batch_claims (district, batch_id, claim_id);

select public.app_protect('funds.batch_checks', 'select, insert');
