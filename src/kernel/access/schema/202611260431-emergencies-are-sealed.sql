-- Who took which role in an emergency, what they used it for and what another said of it: every row is sealed.
select public.app_seal('access.emergencies');

select public.app_seal('access.emergency_ends');

select public.app_seal('access.emergency_uses');

select public.app_seal('access.emergency_reviews');
