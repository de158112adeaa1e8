-- A one-time link by which an invited person sets the password of their account. Only the link's hash is kept.
create table access.invitations (
  district            int not null,
  id                  uuid not null,
  account_id          uuid not null,
  token_sha256        bytea not null,
  expires_at          timestamptz not null,
  invited_by          uuid not null,
  invited_account_id  uuid not null,
  recorded_at         timestamptz not null default now(),
  used_at             timestamptz,
  withdrawn_at        timestamptz,
  primary key (district, id),
  constraint one_invitation_per_link unique (district, token_sha256),
  constraint an_invitation_is_used_or_withdrawn check (used_at is null or withdrawn_at is null)
);

select public.app_distribute('access.invitations', 'district');

alter table access.invitations add constraint invitation_to_an_account foreign key (district, account_id) references access.accounts (district, id);

select public.app_protect('access.invitations', 'select, insert, update (used_at, withdrawn_at)');

create index invitations_of_an_account on access.invitations (district, account_id);

-- Somebody left, or changed their post: their roles and sessions ended, and their open work went to a successor. What went
-- is told by the acts of the rooms it is of.
create table access.hand_overs (
  district              int not null,
  id                    uuid not null,
  account_id            uuid not null,
  successor_account_id  uuid,
  leaves                boolean not null,
  reason                text not null check (length(reason) between 2 and 200),
  work                  jsonb not null,
  person_id             uuid not null,
  handed_account_id     uuid not null,
  recorded_at           timestamptz not null default now(),
  primary key (district, id),
  constraint work_goes_to_another_account check (successor_account_id <> account_id),
  constraint nobody_hands_over_for_themself check (handed_account_id <> account_id)
);

select public.app_distribute('access.hand_overs', 'district');

alter table access.hand_overs add constraint hand_over_of_an_account foreign key (district, account_id) references access.accounts (district, id);

alter table access.hand_overs add constraint hand_over_to_an_account foreign key (district, successor_account_id) references access.accounts (district, id);

select public.app_protect('access.hand_overs', 'select, insert');

create index hand_overs_of_an_account on access.hand_overs (district, account_id);
