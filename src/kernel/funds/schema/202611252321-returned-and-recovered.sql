-- Two more places where a line's money can stand: given back by the bank and not paid anew yet, and paid by mistake and
-- got back from who had it.
alter table funds.transfers drop constraint transfers_debit_check;

alter table funds.transfers drop constraint transfers_credit_check;

alter table funds.transfers add constraint leaves_an_account check (debit in ('treasury', 'available', 'reserved', 'committed', 'paid', 'returned', 'recovered'));

alter table funds.transfers add constraint enters_an_account check (credit in ('treasury', 'available', 'reserved', 'committed', 'paid', 'returned', 'recovered'));

alter table funds.budget_balances add column returned_fen bigint not null default 0;

alter table funds.budget_balances add column recovered_fen bigint not null default 0;

alter table funds.budget_balances add constraint returned_is_not_less_than_nothing check (returned_fen >= 0);

alter table funds.budget_balances add constraint recovered_is_not_less_than_nothing check (recovered_fen >= 0);

alter table funds.budget_balances drop constraint the_balance_adds_up;

alter table funds.budget_balances add constraint the_balance_adds_up check (appropriated_fen = available_fen + reserved_fen + committed_fen + paid_fen + returned_fen + recovered_fen);

grant update (returned_fen, recovered_fen) on funds.budget_balances to shanjiang_app;

-- What went into and out of each account of a line in a month of business time: kept by the transaction that moves the
-- money, so that a month's statement reads a few rows and not the ledger.
create table funds.line_months (
  district  int not null,
  line_id   uuid not null,
  month     date not null check (extract(day from month) = 1),
  account   text not null check (account in ('treasury', 'available', 'reserved', 'committed', 'paid', 'returned', 'recovered')),
  in_fen    bigint not null default 0 check (in_fen >= 0),
  out_fen   bigint not null default 0 check (out_fen >= 0),
  primary key (district, line_id, month, account)
);

select public.app_distribute('funds.line_months', 'district');

alter table funds.line_months add constraint month_of_a_line foreign key (district, line_id) references funds.budget_lines (district, id);

select public.app_protect('funds.line_months', 'select, insert, update (in_fen, out_fen)');

create index transfers_of_a_month on funds.transfers (district, line_id, business_at, id);

-- What banks have given back so far stood in "committed"; it goes where it belongs, by a transfer for each return file,
-- under that file's own id. Then the months are added up. The fence is lifted for the owner alone while this runs, in
-- one transaction.
alter table funds.transfers no force row level security;

alter table funds.budget_balances no force row level security;

alter table funds.line_months no force row level security;

alter table funds.return_files no force row level security;

alter table funds.batches no force row level security;

insert into funds.transfers (district, id, line_id, debit, credit, amount_fen, reason, note, subject_kind, subject_id, person_id, business_at)
select r.district, r.id, b.line_id, 'committed', 'returned', r.returned_fen, 'payment-returned', r.name, 'return-file', r.id, r.applied_by, r.applied_at
from funds.return_files r join funds.batches b on b.district = r.district and b.id = r.batch_id
where r.returned_fen > 0;

update funds.budget_balances as l
set committed_fen = l.committed_fen - s.fen, returned_fen = l.returned_fen + s.fen
from (
  select district, line_id, sum(amount_fen)::bigint as fen from funds.transfers
  where debit = 'committed' and credit = 'returned' group by district, line_id
) s
where s.district = l.district and s.line_id = l.line_id;

insert into funds.line_months (district, line_id, month, account, in_fen, out_fen)
select district, line_id, month, account, sum(in_fen), sum(out_fen)
from (
  select district, line_id, date_trunc('month', business_at at time zone 'Asia/Shanghai')::date as month, credit as account, amount_fen as in_fen, 0 as out_fen from funds.transfers
  union all
  select district, line_id, date_trunc('month', business_at at time zone 'Asia/Shanghai')::date, debit, 0, amount_fen from funds.transfers
) moves
group by district, line_id, month, account;

alter table funds.batches force row level security;

alter table funds.return_files force row level security;

alter table funds.line_months force row level security;

alter table funds.budget_balances force row level security;

alter table funds.transfers force row level security;
