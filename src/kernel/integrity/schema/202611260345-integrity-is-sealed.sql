-- Rows that are sealed tell when their transaction began, and are found by it.
select public.app_seal('integrity.check_results', 'ran_at');

select public.app_seal('integrity.overrides');

select public.app_seal('integrity.override_decisions');

select public.app_seal('integrity.override_files');

select public.app_seal('integrity.override_withdrawals');

select public.app_seal('integrity.cases');

select public.app_seal('integrity.case_subjects');

select public.app_seal('integrity.case_evidence');

select public.app_seal('integrity.case_events');

select public.app_seal('integrity.case_owners');

select public.app_seal('integrity.case_conclusions');

select public.app_seal('integrity.case_decisions');

select public.app_seal('integrity.hands', 'taken_at');
