-- Rows that are sealed tell when their transaction began, and are found by it.
select public.app_seal('credentials.certificates');

select public.app_seal('credentials.look_ups');

select public.app_seal('credentials.look_up_lines');

select public.app_seal('credentials.look_up_screenshots');

select public.app_seal('credentials.screenshots');
