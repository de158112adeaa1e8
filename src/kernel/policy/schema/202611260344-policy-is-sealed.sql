-- Rows that are sealed tell when their transaction began, and are found by it.
select public.app_seal('policy.facts');

select public.app_seal('policy.decisions', 'decided_at');
