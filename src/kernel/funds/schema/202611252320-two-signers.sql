-- A batch is signed by two. Whoever gave the second review or the approval of a claim may sign for its payment too (in a
-- section of three nobody else is left), so one person can have two duties on a claim, and these alone: the key becomes
-- person and duty, and two partial indexes say what may not meet. Every duty but the signing excludes every other; the
-- signing excludes all but those two.
alter table funds.claim_hands drop constraint one_person_one_duty_on_a_claim;

alter table funds.claim_hands add constraint each_hand_once primary key (district, claim_id, person_id, duty);

create unique index one_person_one_duty_on_a_claim on funds.claim_hands (district, claim_id, person_id) where duty <> 'batch-signing';

create unique index who_signs_has_only_passed_it on funds.claim_hands (district, claim_id, person_id) where duty not in ('second-review', 'approval');

alter table funds.batch_signatures add column nth int not null default 1;

alter table funds.batch_signatures add constraint first_or_second_signature check (nth in (1, 2));

alter table funds.batch_signatures drop constraint one_signature_a_batch;

alter table funds.batch_signatures add constraint each_signature_once unique (district, batch_id, nth);

alter table funds.batch_signatures add constraint two_people_sign_a_batch unique (district, batch_id, person_id);

alter table funds.batches drop constraint batches_status_check;

alter table funds.batches add constraint status_of_a_batch check (status in ('frozen', 'half-signed', 'signed', 'exported', 'settled'));

-- What one person has signed and nobody has exported yet waits for the second signature. The fence is lifted for the
-- owner alone while this runs, in one transaction.
alter table funds.batches no force row level security;

alter table funds.batch_signatures no force row level security;

alter table funds.status_events no force row level security;

insert into funds.status_events (district, id, subject_kind, subject_id, status_from, status_to, person_id, note, business_at)
select b.district, s.id, 'batch', b.id, 'signed', 'half-signed', null, '待第二人签批', s.business_at
from funds.batches b join funds.batch_signatures s on s.district = b.district and s.batch_id = b.id
where b.status = 'signed';

update funds.batches set status = 'half-signed' where status = 'signed';

alter table funds.status_events force row level security;

alter table funds.batch_signatures force row level security;

alter table funds.batches force row level security;
