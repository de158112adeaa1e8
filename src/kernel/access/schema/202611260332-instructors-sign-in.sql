-- An organisation's accounts: the provider's own, and those of its instructors.
alter table access.accounts drop constraint bureau_and_organisation_never_meet;

alter table access.accounts add constraint bureau_and_organisation_never_meet check ((organisation_id is null and not (roles && array['provider', 'instructor']::text[])) or (organisation_id is not null and roles <@ array['provider', 'instructor']::text[])) not valid;
