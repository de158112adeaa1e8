-- What two people put right of a name, as it speaks on the roster of a class that is not completed. The roster's own row
-- stays as it was handed in; the newest of these is read in its place.
create table training.enrolment_names (
  district      int  not null,
  id            uuid not null,
  enrolment_id  uuid not null,
  request_id    uuid not null,
  name          text not null check (length(name) between 1 and 100),
  business_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (district, id),
  constraint an_enrolment_is_renamed_once_a_request unique (district, enrolment_id, request_id)
);

select public.app_distribute('training.enrolment_names', 'district');

alter table training.enrolment_names add constraint name_of_an_enrolment foreign key (district, enrolment_id) references training.enrolments (district, id);

alter table training.enrolment_names add constraint renamed_by_a_correction foreign key (district, request_id) references people.correction_requests (district, id);

select public.app_protect('training.enrolment_names', 'select, insert');

select public.app_seal('training.enrolment_names');

-- An emptying of a class takes these too.
create or replace function public.app_empty_class(emptying uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update training.enrolment_names v set name = '*'
  from record.emptyings e, training.enrolments n
  where e.district = here and e.id = emptying and e.source = 'training.classes'
    and n.district = here and n.class_id = e.row_id and v.district = here and v.enrolment_id = n.id;
  update training.enrolments n set name = '*', phone_sealed = null, phone_masked = null, address_sealed = null,
    education = '', doubts = '[]'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'training.classes'
    and n.district = here and n.class_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $$;
