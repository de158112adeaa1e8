-- What a look-up site showed, as a clerk saved it; the bytes lie sealed in files. Never changed.
create table credentials.screenshots (
  district     int not null,
  id           uuid not null,
  group_id     uuid not null,
  file_id      uuid not null,
  file_name    text not null check (length(file_name) between 1 and 200),
  media_type   text not null check (media_type in ('image/png', 'image/jpeg', 'application/pdf')),
  size_bytes   int not null check (size_bytes > 0),
  sha256       bytea not null check (length(sha256) = 32),
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint a_screenshot_is_kept_once_a_group unique (district, group_id, sha256)
);

select public.app_distribute('credentials.screenshots', 'district');

alter table credentials.screenshots add constraint a_screenshot_has_its_bytes foreign key (district, file_id) references files.files (district, id);

select public.app_protect('credentials.screenshots', 'select, insert');

-- Somebody looked certificates of one group up on one site on one day. Never changed: a later look-up is a new row.
create table credentials.look_ups (
  district     int not null,
  id           uuid not null,
  group_id     uuid not null,
  site         text not null check (site <> ''),
  looked_on    date not null,
  account_id   uuid not null,
  person_id    uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('credentials.look_ups', 'district');

select public.app_protect('credentials.look_ups', 'select, insert');

create index look_ups_of_a_group on credentials.look_ups (district, group_id, id);

-- What a look-up found of one certificate.
create table credentials.look_up_lines (
  district        int not null,
  id              uuid not null,
  look_up_id      uuid not null,
  certificate_id  uuid not null,
  outcome         text not null check (outcome in ('agrees', 'differs', 'not-found')),
  differing       text[] not null check (differing <@ array['name', 'level', 'occupation', 'date']),
  primary key (district, id),
  constraint a_certificate_once_a_look_up unique (district, look_up_id, certificate_id),
  constraint what_differs_is_said check ((outcome = 'differs') = (cardinality(differing) > 0))
);

select public.app_distribute('credentials.look_up_lines', 'district');

alter table credentials.look_up_lines add constraint a_line_of_a_look_up foreign key (district, look_up_id) references credentials.look_ups (district, id);

alter table credentials.look_up_lines add constraint a_certificate_looked_up foreign key (district, certificate_id) references credentials.certificates (district, id);

select public.app_protect('credentials.look_up_lines', 'select, insert');

create index look_ups_of_a_certificate on credentials.look_up_lines (district, certificate_id, id);

create table credentials.look_up_screenshots (
  district       int not null,
  look_up_id     uuid not null,
  screenshot_id  uuid not null,
  primary key (district, look_up_id, screenshot_id)
);

select public.app_distribute('credentials.look_up_screenshots', 'district');

alter table credentials.look_up_screenshots add constraint a_look_up_with_a_screenshot foreign key (district, look_up_id) references credentials.look_ups (district, id);

alter table credentials.look_up_screenshots add constraint a_screenshot_of_a_look_up foreign key (district, screenshot_id) references credentials.screenshots (district, id);

select public.app_protect('credentials.look_up_screenshots', 'select, insert');

create index look_ups_by_screenshot on credentials.look_up_screenshots (district, screenshot_id);

create index certificates_of_a_number on credentials.certificates (district, certificate_no);
