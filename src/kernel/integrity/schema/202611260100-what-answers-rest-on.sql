-- What the answer of a check rests on, turned round: from a record (a muster, a line of another office's register) to the
-- answers that name it. Written with the answer, from its evidence; the way back from a sign to the money goes here.
create table integrity.result_evidence (
  district   int not null,
  kind       text not null,
  place_id   uuid not null,
  result_id  uuid not null,
  primary key (district, kind, place_id, result_id)
);

select public.app_distribute('integrity.result_evidence', 'district');

alter table integrity.result_evidence add constraint evidence_of_an_answer foreign key (district, result_id) references integrity.check_results (district, id);

select public.app_protect('integrity.result_evidence', 'select, insert');

-- The answers kept so far. The fence is lifted for the owner alone while this runs, in one transaction.
alter table integrity.check_results no force row level security;

alter table integrity.result_evidence no force row level security;

insert into integrity.result_evidence (district, kind, place_id, result_id)
select distinct r.district, e ->> 'kind', (e ->> 'id')::uuid, r.id
from integrity.check_results r cross join lateral jsonb_array_elements(r.evidence) e
where e ->> 'kind' is not null and e ->> 'id' is not null;

alter table integrity.result_evidence force row level security;

alter table integrity.check_results force row level security;

create index overrides_of_an_answer on integrity.overrides (district, result_id);

create index case_evidence_by_place on integrity.case_evidence (district, trail_kind, trail_id);

create index case_subjects_by_answer on integrity.case_subjects (district, result_id);
