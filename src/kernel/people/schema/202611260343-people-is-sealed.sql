-- Rows that are sealed tell when their transaction began, and are found by it.
select public.app_seal('people.persons', 'created_at');

select public.app_seal('people.organisations', 'created_at');

select public.app_seal('people.bank_accounts', 'created_at');

select public.app_seal('people.letters');

select public.app_seal('people.letter_groups');

select public.app_seal('people.letter_people');

select public.app_seal('people.letter_answers');

select public.app_seal('people.register_hits');

select public.app_seal('people.insured_imports');

select public.app_seal('people.restriction_proposals');

select public.app_seal('people.restriction_decisions');

select public.app_seal('people.restrictions');

select public.app_seal('people.restriction_replies');

select public.app_seal('people.restriction_reply_files');

select public.app_seal('people.restriction_hearings');
