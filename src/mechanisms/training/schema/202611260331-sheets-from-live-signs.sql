-- A sheet of attendance comes on paper, or is drawn by the platform from the live signs of the class.
alter table training.attendance_sheets drop constraint attendance_sheets_method_check;

alter table training.attendance_sheets add constraint attendance_on_paper_or_live check (method in ('paper', 'live'));

-- The live signs that a sign of a drawn sheet rests on: that somebody came (or was given leave), and that they left.
alter table training.attendance_signs add column live_sign_id uuid;

alter table training.attendance_signs add column live_out_id uuid;

alter table training.attendance_signs add constraint sign_rests_on_a_live_sign foreign key (district, live_sign_id) references training.live_signs (district, id);

alter table training.attendance_signs add constraint sign_rests_on_a_live_sign_out foreign key (district, live_out_id) references training.live_signs (district, id);

create index signs_on_a_live_sign on training.attendance_signs (district, live_sign_id) where live_sign_id is not null;

create index signs_on_a_live_sign_out on training.attendance_signs (district, live_out_id) where live_out_id is not null;
