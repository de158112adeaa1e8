-- What the columns of an old list mean, by its set of headings: said once, remembered.
create table funds.old_list_mappings (
  district         int not null,
  id               uuid not null,
  headings_sha256  bytea not null,
  columns          jsonb not null,
  account_id       uuid not null,
  business_at      timestamptz not null,
  recorded_at      timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.old_list_mappings', 'district');

select public.app_protect('funds.old_list_mappings', 'select, insert');

create index old_list_mappings_by_headings on funds.old_list_mappings (district, headings_sha256, id);

-- Why a difference between the old list and this platform is none any more. A difference is named by a keyed hash of whom
-- it is about and of what either side says: where a side says otherwise later, it is another one, and open.
create table funds.old_list_settlements (
  district        int not null,
  id              uuid not null,
  difference_key  bytea not null check (length(difference_key) = 32),
  kind            text not null check (kind in ('only-old', 'only-here', 'amount', 'state')),
  reason          text not null check (length(reason) between 2 and 200),
  person_id       uuid not null,
  account_id      uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('funds.old_list_settlements', 'district');

select public.app_protect('funds.old_list_settlements', 'select, insert');

create index old_list_settlements_by_difference on funds.old_list_settlements (district, difference_key, id);

select public.app_seal('funds.old_list_settlements');
