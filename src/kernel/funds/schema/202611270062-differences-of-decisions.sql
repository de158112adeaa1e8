-- What a decision given anew adds to money that has left already is paid by a claim of its own beside the group's first:
-- the first supplement, the second. Of each there is one that is open.
alter table funds.claims add column supplement int not null default 0;

alter table funds.claims add column supplement_because jsonb;

alter table funds.claims add constraint supplements_are_counted check (supplement >= 0);

alter table funds.claims add constraint a_supplement_says_why check ((supplement > 0) = (supplement_because is not null));

drop index funds.one_open_claim_a_group_and_scheme;

create unique index one_open_claim_a_group_and_scheme on funds.claims (district, group_id, scheme, supplement) where status <> 'returned';

-- What it takes away is recovered: which decision asks for it, and how much of the payment was ordered back before. All that
-- is ordered back of a payment is never more than it was.
alter table funds.recoveries add column decision_id uuid;

alter table funds.recoveries add column before_fen bigint not null default 0;

alter table funds.recoveries add constraint recovery_by_a_decision foreign key (district, decision_id) references policy.decisions (district, id);

alter table funds.recoveries add constraint nothing_less_was_ordered_before check (before_fen >= 0);

alter table funds.recoveries drop constraint not_more_than_was_paid;

alter table funds.recoveries add constraint not_more_than_was_paid check (before_fen + amount_fen <= payment_fen);

drop index funds.one_recovery_a_payment;

create unique index one_recovery_a_payment on funds.recoveries (district, payment_id) where status <> 'declined' and decision_id is null;

create unique index one_recovery_a_payment_and_decision on funds.recoveries (district, payment_id, decision_id) where status <> 'declined' and decision_id is not null;

create index recoveries_of_a_payment on funds.recoveries (district, payment_id);
