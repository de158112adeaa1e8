create schema clock;

grant usage on schema clock to shanjiang_app, shanjiang_reader;

-- Business time of a district is database time plus this. Rows exist for demonstration districts only.
create table clock.offsets (
  district        int not null,
  offset_seconds  bigint not null,
  moved_at        timestamptz not null default now(),
  primary key (district)
);

select public.app_distribute('clock.offsets', 'district');

select public.app_protect('clock.offsets', 'select, insert, update');
