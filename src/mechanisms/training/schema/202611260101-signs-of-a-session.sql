-- From a session to what was signed for it.
create index signs_of_a_session on training.attendance_signs (district, session_id);
