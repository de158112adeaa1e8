create schema numbering;

grant usage on schema numbering to shanjiang_app, shanjiang_reader;

-- Running numbers of a district's papers: one locked row per kind and year, no gaps.
create table numbering.series (
  district  int not null,
  kind      text not null,
  year      int not null,
  last      int not null default 0,
  primary key (district, kind, year)
);

select public.app_distribute('numbering.series', 'district');

select public.app_protect('numbering.series', 'select, insert, update (last)');
