-- A case that was referred ends by what the other authority answered: a conclusion of its own, proposed and decided by
-- two people like every other, which names that answer: whose, by which document, of which day.
alter table integrity.case_conclusions add column is_answer boolean not null default false;

alter table integrity.case_conclusions add column answered_by text check (length(answered_by) between 2 and 100);

alter table integrity.case_conclusions add column answer_document text check (length(answer_document) between 2 and 200);

alter table integrity.case_conclusions add column answered_on date;

alter table integrity.case_conclusions add constraint an_answer_is_named_in_full check (num_nonnulls(answered_by, answer_document, answered_on) = case when is_answer then 3 else 0 end);

alter table integrity.case_conclusions add constraint an_answer_ends_a_referral check (not is_answer or outcome <> 'referred');

alter table integrity.case_conclusions add constraint a_conclusion_and_whether_it_answers unique (district, id, is_answer);

alter table integrity.case_decisions add column is_answer boolean not null default false;

alter table integrity.case_decisions add constraint decision_knows_whether_it_answers foreign key (district, conclusion_id, is_answer) references integrity.case_conclusions (district, id, is_answer);

-- Concluded once, and once more by the answer to a referral.
drop index integrity.a_case_is_concluded_once;

create unique index a_case_is_concluded_once on integrity.case_decisions (district, case_id, is_answer) where verdict = 'confirmed';
