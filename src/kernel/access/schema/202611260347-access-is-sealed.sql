-- Rows that are sealed tell when their transaction began, and are found by it.
select public.app_seal('access.accounts');

select public.app_seal('access.delegations');

select public.app_seal('access.delegation_ends');

select public.app_seal('access.passwords');
