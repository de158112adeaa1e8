-- Who gives the second review: drawn by the platform among everybody who may, stored with all of them, with whoever was
-- left out and why, and with the seed by which anybody can draw it again; or named by a head, with a reason, where nobody
-- can be drawn. The newest of a claim counts; the earlier ones stay.
create table funds.review_draws (
  district     int not null,
  id           uuid not null,
  claim_id     uuid not null,
  nth          int not null check (nth > 0),
  way          text not null check (way in ('drawn', 'named', 'none')),
  person_id    uuid,
  account_id   uuid,
  seed         text not null,
  candidates   jsonb not null,
  excluded     jsonb not null,
  reason       text not null,
  by_person    uuid,
  by_account   uuid,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id),
  constraint one_draw_after_another unique (district, claim_id, nth),
  constraint draw_of_a_person unique (district, id, claim_id, person_id),
  constraint nobody_only_where_none_can_be_drawn check ((way = 'none') = (person_id is null) and (person_id is null) = (account_id is null)),
  constraint a_head_names_with_a_reason check ((way = 'named') = (by_person is not null) and (by_person is null) = (by_account is null) and (way <> 'named' or reason <> ''))
);

select public.app_distribute('funds.review_draws', 'district');

alter table funds.review_draws add constraint draw_for_a_claim foreign key (district, claim_id) references funds.claims (district, id);

select public.app_protect('funds.review_draws', 'select, insert');

-- A second review is given by whom a draw names. Those given before there were draws stay (not valid).
alter table funds.claim_reviews add column draw_id uuid;

alter table funds.claim_reviews add constraint second_review_by_whom_was_drawn check (duty <> 'second-review' or draw_id is not null) not valid;

alter table funds.claim_reviews add constraint reviewed_by_the_drawn_person foreign key (district, draw_id, claim_id, person_id) references funds.review_draws (district, id, claim_id, person_id);

-- A review that somebody gave only because they stand in for another says by which delegation.
alter table funds.claim_reviews add column delegation_id uuid;

alter table funds.claim_reviews add constraint reviewed_standing_in foreign key (district, delegation_id) references access.delegations (district, id);
