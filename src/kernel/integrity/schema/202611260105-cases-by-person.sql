-- From a person to the cases that name them.
create index case_subjects_by_person on integrity.case_subjects (district, person_id) where person_id is not null;
