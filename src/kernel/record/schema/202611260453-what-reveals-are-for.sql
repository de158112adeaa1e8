-- What somebody read a person's data for: the matter that concerns the person, whether it was open, and whether the person
-- lives where others do whom the same one read of. The town is one of the list; the village and the household are keyed
-- hashes of an address, by which they are counted and from which nothing is read. Beside the act of the same id.
create table record.reveals (
  district     int  not null,
  act_id       uuid not null,
  person_id    uuid not null,
  account_id   uuid not null,
  by_person    uuid not null,
  about_kind   text,
  about_id     uuid,
  is_open      boolean not null,
  town         text,
  village      bytea,
  kin          text check (kin in ('self', 'household', 'town')),
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, act_id),
  constraint a_matter_has_its_id check ((about_kind is null) = (about_id is null)),
  constraint without_a_matter_none_is_open check (about_id is not null or not is_open)
);

select public.app_distribute('record.reveals', 'district');

alter table record.reveals add constraint a_reveal_is_an_act foreign key (district, act_id) references record.acts (district, id);

select public.app_protect('record.reveals', 'select, insert');

select public.app_seal('record.reveals');

create index reveals_of_a_person on record.reveals (district, person_id);
