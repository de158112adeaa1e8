-- The auditor may ask, in a finding, that a case be opened; who may open one does, at most one for a finding.
alter table integrity.findings add column asks_case boolean not null default false;

create table integrity.finding_cases (
  district     int not null,
  finding_id   uuid not null,
  case_id      uuid not null,
  person_id    uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  constraint a_finding_opens_one_case primary key (district, finding_id)
);

select public.app_distribute('integrity.finding_cases', 'district');

alter table integrity.finding_cases add constraint case_of_a_finding foreign key (district, finding_id) references integrity.findings (district, id);

alter table integrity.finding_cases add constraint opened_case foreign key (district, case_id) references integrity.cases (district, id);

select public.app_protect('integrity.finding_cases', 'select, insert');

select public.app_seal('integrity.finding_cases');
