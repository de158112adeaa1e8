-- A decision given anew on the same fact, or on the fact's next version, says which one it follows. Each is followed once, so
-- that the decisions on a fact are one chain; decisions of before this have no link, and are in the order of their facts.
alter table policy.decisions add column follows_id uuid;

alter table policy.decisions add constraint decision_follows_a_decision foreign key (district, follows_id) references policy.decisions (district, id);

alter table policy.decisions add constraint decision_is_not_its_own_follower check (follows_id <> id);

alter table policy.decisions add constraint first_decisions_are_of_the_machine check (cause in ('original', 'changed-fact') or follows_id is not null);

create unique index a_decision_is_followed_once on policy.decisions (district, follows_id) where follows_id is not null;

alter table policy.decisions drop constraint one_original_decision_a_fact;

create unique index one_first_decision_a_fact on policy.decisions (district, fact_id, scheme) where follows_id is null;

create index decisions_by_version on policy.decisions (district, scheme, scheme_version, id);

create index decisions_by_people on policy.decisions (district, id) where cause = 'manual';

create index decisions_on_a_fact on policy.decisions (district, fact_id, id);
