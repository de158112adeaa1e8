-- From an employer to the lists that speak of it, and to those of our own people whom it insures.
create index insured_employers_by_code on people.insured_employers (district, uscc);

create index insured_staff_by_employer on people.insured_staff (district, uscc, identity_lookup);
