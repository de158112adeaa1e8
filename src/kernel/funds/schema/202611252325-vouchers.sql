-- The accountant's voucher for what a bank's answer moved: one for each return file, entered once.
create table funds.vouchers (
  district        int not null,
  return_file_id  uuid not null,
  number          text not null check (length(number) between 1 and 60),
  issued_on       date not null,
  entered_by      uuid not null,
  account_id      uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  constraint one_voucher_an_answer primary key (district, return_file_id),
  constraint a_voucher_is_entered_once unique (district, number)
);

select public.app_distribute('funds.vouchers', 'district');

alter table funds.vouchers add constraint voucher_for_a_return_file foreign key (district, return_file_id) references funds.return_files (district, id);

select public.app_protect('funds.vouchers', 'select, insert');
