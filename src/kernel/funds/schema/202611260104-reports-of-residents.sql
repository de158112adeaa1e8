-- What a person signed in as themselves says is wrong about one of their subsidies. Rows are only ever added; `said` holds
-- no long numbers. The key makes a form that is sent twice one report.
create table funds.person_reports (
  district     int not null,
  id           uuid not null,
  number       text not null,
  person_id    uuid not null,
  claim_id     uuid not null,
  decision_id  uuid not null,
  kind         text not null check (kind in ('identity', 'account', 'attendance', 'marks', 'amount', 'other')),
  said         text not null check (length(said) between 2 and 500),
  form_key     text not null check (length(form_key) between 8 and 100),
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint one_report_per_number unique (district, number),
  constraint a_form_sent_twice_is_one_report unique (district, person_id, form_key)
);

select public.app_distribute('funds.person_reports', 'district');

alter table funds.person_reports add constraint report_about_a_claim foreign key (district, claim_id) references funds.claims (district, id);

alter table funds.person_reports add constraint report_of_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('funds.person_reports', 'select, insert');

create index reports_of_a_person on funds.person_reports (district, person_id, id);

-- What a clerk answered, once, in plain words that the person reads.
create table funds.report_answers (
  district     int not null,
  report_id    uuid not null,
  answer       text not null check (length(answer) between 2 and 500),
  answered_by  uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  constraint a_report_is_answered_once primary key (district, report_id)
);

select public.app_distribute('funds.report_answers', 'district');

alter table funds.report_answers add constraint answer_to_a_report foreign key (district, report_id) references funds.person_reports (district, id);

select public.app_protect('funds.report_answers', 'select, insert');

create index claim_people_by_person on funds.claim_people (district, person_id);
