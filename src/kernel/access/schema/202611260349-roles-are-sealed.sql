-- Who held which role, who was invited and who handed over what: every row is sealed.
select public.app_seal('access.role_grants');

select public.app_seal('access.role_ends');

select public.app_seal('access.hand_overs');

select public.app_seal('access.invitations');
