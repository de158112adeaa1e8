create schema reference;

grant usage on schema reference to shanjiang_app, shanjiang_reader;

-- Provinces, cities and counties by their six-digit codes.
create table reference.divisions (
  code         text primary key check (code ~ '^\d{6}$'),
  name_zh      text not null,
  name_en      text not null,
  kind         text not null check (kind in ('province', 'city', 'county')),
  parent_code  text references reference.divisions (code)
);

select public.app_distribute('reference.divisions');

-- A tenant: an immutable code fixed when a county joins, and the division it is today.
create table reference.districts (
  district            int primary key check (district between 100000 and 999999),
  division_code       text not null references reference.divisions (code),
  demonstration       boolean not null default false,
  bureau_zh           text not null,
  bureau_en           text not null,
  filing_number       text not null,
  supervision_phone   text not null,
  consultation_phone  text not null
);

select public.app_distribute('reference.districts');

-- Towns, townships and streets of a county. The nine-digit code is null where no source was found.
create table reference.towns (
  division_code  text not null references reference.divisions (code),
  name_zh        text not null,
  name_en        text not null,
  kind           text not null check (kind in ('street', 'town', 'township')),
  code           text,
  primary key (division_code, name_zh)
);

select public.app_distribute('reference.towns');

-- The skill ladder. Its printed numbers run the wrong way (level 1 is the highest): only rank may be compared.
create table reference.skill_levels (
  code               text primary key,
  rank               int not null unique,
  name_zh            text not null,
  name_en            text not null,
  certificate_digit  text
);

select public.app_distribute('reference.skill_levels');

-- Occupations of a dictionary edition; trades sit below and have no national code. `id` is edition/name[/trade].
create table reference.occupations (
  id        text primary key,
  edition   int not null,
  code      text,
  name_zh   text not null,
  name_en   text not null,
  trade_zh  text not null default '',
  verified  boolean not null default false
);

select public.app_distribute('reference.occupations');

-- Lists of codes with the names offices write.
create table reference.code_lists (
  list      text not null,
  code      text not null,
  position  int not null,
  name_zh   text not null,
  name_en   text not null,
  synonyms  text[] not null default '{}',
  primary key (list, code)
);

select public.app_distribute('reference.code_lists');

-- The official calendar: days that differ from the week's pattern, and the years it covers.
create table reference.calendar_days (
  day      date primary key,
  kind     text not null check (kind in ('holiday', 'workday')),
  name_zh  text not null,
  source   text not null
);

select public.app_distribute('reference.calendar_days');

grant select on reference.divisions, reference.districts, reference.towns, reference.skill_levels, reference.occupations, reference.code_lists, reference.calendar_days to shanjiang_app, shanjiang_reader;

-- The occupation importer and the boot's reference data are the application's own acts.
grant insert, update on reference.divisions, reference.districts, reference.towns, reference.skill_levels, reference.occupations, reference.code_lists, reference.calendar_days to shanjiang_app;

-- What a county changes in the calendar; the newest row of a day counts, `kind` null gives the day back to the official calendar.
create table reference.calendar_changes (
  district    int not null,
  id          uuid not null,
  day         date not null,
  kind        text check (kind in ('holiday', 'workday')),
  reason      text not null check (length(reason) between 2 and 200),
  changed_at  timestamptz not null default now(),
  changed_by  uuid not null,
  primary key (district, id)
);

select public.app_distribute('reference.calendar_changes', 'district');

select public.app_protect('reference.calendar_changes', 'select, insert');
