-- A person's record is what was first said of them; what another upload says of them is kept with that upload.
revoke update (name, phone_sealed, phone_masked) on people.persons from shanjiang_app;

-- Locking a row asks for the right to write some column of it. The fence holds the district to what it is.
grant update (district) on people.persons to shanjiang_app;

-- The upload that first told of the person; null where an office registered them.
alter table people.persons add column told_by uuid;

-- The same number at another bank or in another name is another row: a corrected roster is paid as corrected.
alter table people.bank_accounts drop constraint one_row_per_holder_and_account;

alter table people.bank_accounts add constraint one_row_per_account_as_given unique (district, person_id, account_lookup, holder_name, bank_name);
