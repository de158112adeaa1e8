create schema credentials;

grant usage on schema credentials to shanjiang_app, shanjiang_reader;

-- A certificate somebody else issued, as we were told of it. Never changed; when the same source tells it again, the
-- earlier row says which telling took its place.
create table credentials.certificates (
  district        int not null,
  id              uuid not null,
  person_id       uuid not null,
  certificate_no  text not null check (length(certificate_no) between 4 and 40),
  kind            text not null check (kind in ('SKILL_LEVEL', 'QUALIFICATION', 'SPECIFIC_ABILITY', 'COMPLETION')),
  occupation_id   text not null references reference.occupations (id),
  level           text not null references reference.skill_levels (code),
  issued_on       date not null,
  told_by_kind    text not null,
  told_by_id      uuid not null,
  recorded_at     timestamptz not null default now(),
  superseded_by   uuid,
  primary key (district, id)
);

select public.app_distribute('credentials.certificates', 'district');

alter table credentials.certificates add constraint certificate_of_a_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('credentials.certificates', 'select, insert, update (superseded_by)');

create unique index a_certificate_number_is_one_persons on credentials.certificates (district, certificate_no) where superseded_by is null;

create index certificates_of_a_person on credentials.certificates (district, person_id);

create index certificates_told_by on credentials.certificates (district, told_by_id);
