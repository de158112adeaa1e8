-- Rows that are sealed tell when their transaction began, and are found by it.
select public.app_seal('training.agreements');

select public.app_seal('training.agreement_items');

select public.app_seal('training.provider_documents');

select public.app_seal('training.sites');

select public.app_seal('training.rooms');

select public.app_seal('training.instructors');

select public.app_seal('training.class_events');

select public.app_seal('training.class_hands', 'taken_at');

select public.app_seal('training.roster_imports');

select public.app_seal('training.enrolments');

select public.app_seal('training.sheet_uploads');

select public.app_seal('training.attendance_sheets');

select public.app_seal('training.attendance_signs');

select public.app_seal('training.musters');

select public.app_seal('training.live_sessions');

select public.app_seal('training.live_events');

select public.app_seal('training.live_signs');

select public.app_seal('training.live_strikes');

select public.app_seal('training.live_refusals');

select public.app_seal('training.class_photos');
