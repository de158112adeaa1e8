-- What others told us after a claim was assembled makes a new one in its place: which claim it takes the place of, and why.
alter table funds.claims add column replaces_id uuid;

alter table funds.claims add column replaces_because jsonb;

alter table funds.claims add constraint claim_in_place_of_a_claim foreign key (district, replaces_id) references funds.claims (district, id);

alter table funds.claims add constraint replaced_for_a_reason check ((replaces_id is null) = (replaces_because is null));

create unique index a_claim_is_replaced_once on funds.claims (district, replaces_id) where replaces_id is not null;
