-- Rows that are sealed tell when their transaction began, and are found by it.
select public.app_seal('marking.mark_sheets');

select public.app_seal('marking.marks');
