-- How often somebody began to make an archive. Who died is followed by another, and who only seemed dead writes no more: a
-- piece, a beat or an end counts only from the one who began last.
alter table record.archives add column begun int not null default 0 check (begun >= 0);

grant update (begun) on record.archives to shanjiang_app;
