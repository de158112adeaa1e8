-- What two people let go of one person's answers is told on that person's timeline.
create index overrides_of_a_subject on integrity.overrides (district, subject_id);
