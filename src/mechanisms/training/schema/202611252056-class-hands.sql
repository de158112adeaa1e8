-- Whose hands a submission of a class is in, by natural person: those who attend or teach the class, and who reviews it.
-- The primary key defends that nobody reviews a class of their own; a review's event refers to the hand it was taken under.
-- Each submission has its own: whoever leaves the roster of a returned class may review it when it comes back.
create table training.class_hands (
  district       int not null,
  submission_id  uuid not null,
  person_id      uuid not null,
  duty           text not null check (duty in ('trainee', 'instructor', 'review')),
  taken_at       timestamptz not null default now(),
  constraint nobody_reviews_a_class_of_their_own primary key (district, submission_id, person_id),
  constraint duty_of_a_class_hand unique (district, submission_id, person_id, duty)
);

select public.app_distribute('training.class_hands', 'district');

alter table training.class_hands add constraint class_hand_on_a_submission foreign key (district, submission_id) references training.class_events (district, id);

select public.app_protect('training.class_hands', 'select, insert');

-- Of a review: the event of the submission it answers, and the duty it was taken under.
alter table training.class_events add column submission_id uuid;

alter table training.class_events add column duty text;

alter table training.class_events add constraint a_class_is_reviewed_in_that_duty foreign key (district, submission_id, person_id, duty) references training.class_hands (district, submission_id, person_id, duty);

-- Not asked of the events from before hands were kept.
alter table training.class_events add constraint a_review_of_a_class_has_its_hand check ((status_to not in ('filed', 'returned') and submission_id is null and duty is null) or (status_to in ('filed', 'returned') and submission_id is not null and duty is not null and duty = 'review')) not valid;
