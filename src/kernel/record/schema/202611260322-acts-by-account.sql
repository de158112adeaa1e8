-- What an account did, page by page.
create index acts_of_an_account on record.acts (district, account_id, id);
