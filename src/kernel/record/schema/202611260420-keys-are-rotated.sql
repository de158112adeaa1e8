-- Where writing anew under a key stands, for each column of sealed values. It moves; a walk that was done is done once
-- more a little later, for what a transaction wrote meanwhile.
create table record.resealings (
  district  int  not null,
  source    text not null,
  key_id    text not null,
  after_id  uuid,
  walks     int  not null default 0 check (walks between 0 and 2),
  resealed  int  not null default 0 check (resealed >= 0),
  ended_at  timestamptz,
  primary key (district, source, key_id)
);

select public.app_distribute('record.resealings', 'district');

select public.app_protect('record.resealings', 'select, insert');

grant update (after_id, walks, resealed, ended_at) on record.resealings to shanjiang_app;

-- The only way in which a sealed value is written anew: the same row, nothing but the cipher, only where it still is
-- what was read, under another key and of the same length. Facts stay closed: the application may update none of these
-- columns itself. The tenant's fence stands as everywhere (it is forced for the owner too).
create function public.app_reseal(tbl text, col text, ids uuid[], olds bytea[], news bytea[]) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  written int;
begin
  if col !~ '(^sealed_bytes|_sealed)$' then
    raise exception 'column % holds no sealed values', col using errcode = 'insufficient_privilege';
  end if;
  for nth in 1 .. coalesce(array_length(news, 1), 0) loop
    if get_byte(news[nth], 0) <> get_byte(olds[nth], 0)
      or substring(news[nth] from 2 for 1 + get_byte(news[nth], 1)) = substring(olds[nth] from 2 for 1 + get_byte(olds[nth], 1))
      or length(news[nth]) - get_byte(news[nth], 1) <> length(olds[nth]) - get_byte(olds[nth], 1) then
      raise exception 'not the same value under another key' using errcode = 'insufficient_privilege';
    end if;
  end loop;
  execute format(
    'update %s as kept set %I = fresh.new from unnest($1, $2, $3) as fresh(id, old, new)
     where kept.district = $4 and kept.id = fresh.id and kept.%I = fresh.old', tbl::regclass, col, col)
    using ids, olds, news, here;
  get diagnostics written = row_count;
  return written;
end $$;

revoke all on function public.app_reseal(text, text, uuid[], bytea[], bytea[]) from public;

grant execute on function public.app_reseal(text, text, uuid[], bytea[], bytea[]) to shanjiang_app;
