-- Whose hands a proposal lies in, by natural person: of an override, or of a conclusion of a suspicion case. Who attends or
-- teaches the class, who proposed and who decided. The primary key defends that nobody judges a class of their own, nor
-- twice; a decision refers to the two hands it was taken under. `act_id` is the override's or the conclusion's.
create table integrity.hands (
  district   int not null,
  act_id     uuid not null,
  person_id  uuid not null,
  duty       text not null check (duty in ('trainee', 'instructor', 'propose', 'decide')),
  taken_at   timestamptz not null default now(),
  constraint nobody_judges_a_class_of_their_own primary key (district, act_id, person_id),
  constraint duty_of_a_hand_on_a_doubt unique (district, act_id, person_id, duty)
);

select public.app_distribute('integrity.hands', 'district');

alter table integrity.hands add constraint hand_of_a_natural_person foreign key (district, person_id) references people.persons (district, id);

select public.app_protect('integrity.hands', 'select, insert');

alter table integrity.override_decisions add column proposer_duty text, add column decider_duty text;

alter table integrity.override_decisions add constraint an_override_is_proposed_in_that_duty foreign key (district, override_id, proposed_by, proposer_duty) references integrity.hands (district, act_id, person_id, duty);

alter table integrity.override_decisions add constraint an_override_is_decided_in_that_duty foreign key (district, override_id, decided_by, decider_duty) references integrity.hands (district, act_id, person_id, duty);

-- Not asked of the decisions from before hands were kept.
alter table integrity.override_decisions add constraint an_override_has_its_two_hands check (proposer_duty is not null and proposer_duty = 'propose' and decider_duty is not null and decider_duty = 'decide') not valid;

alter table integrity.case_decisions add column proposer_duty text, add column decider_duty text;

alter table integrity.case_decisions add constraint a_conclusion_is_proposed_in_that_duty foreign key (district, conclusion_id, proposed_by, proposer_duty) references integrity.hands (district, act_id, person_id, duty);

alter table integrity.case_decisions add constraint a_conclusion_is_decided_in_that_duty foreign key (district, conclusion_id, decided_by, decider_duty) references integrity.hands (district, act_id, person_id, duty);

alter table integrity.case_decisions add constraint a_conclusion_has_its_two_hands check (proposer_duty is not null and proposer_duty = 'propose' and decider_duty is not null and decider_duty = 'decide') not valid;
