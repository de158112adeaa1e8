-- What other offices said of people with an employer is told on that employer's timeline.
create index hits_naming_an_employer on people.register_hits (district, uscc) where uscc is not null;
