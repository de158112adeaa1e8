-- Roles of the bureau and roles of an organisation never meet in one account. Accounts from before stay as they are
-- (not valid), and only the roles of their own side take effect.
alter table access.accounts add constraint bureau_and_organisation_never_meet check ((organisation_id is null and not ('provider' = any (roles))) or (organisation_id is not null and roles <@ array['provider']::text[])) not valid;
