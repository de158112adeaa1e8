-- A line on which we and the province differ is walked from the list, the file and the payment that it rests on.
create index differences_of_a_list on funds.reconciliation_lines (district, (here ->> 'listId')) where here ->> 'listId' is not null;

create index differences_of_a_province_line on funds.reconciliation_lines (district, province_row_id) where province_row_id is not null;

create index differences_naming_a_payment on funds.reconciliation_lines (district, (other ->> 'id')) where other is not null;
