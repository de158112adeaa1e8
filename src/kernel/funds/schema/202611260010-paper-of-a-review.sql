-- The scans of a claim's papers are kept with the papers of every record; the reviews name them there.
alter table funds.claim_confirmations drop constraint confirmed_on_a_scan_of_the_claim;

alter table funds.claim_confirmations add constraint confirmed_on_a_scan foreign key (district, scan_id) references record.scans (district, id);

alter table funds.paper_approvals drop constraint approved_on_a_scan_of_the_claim;

alter table funds.paper_approvals add constraint approved_on_a_scan foreign key (district, scan_id) references record.scans (district, id);

drop table funds.claim_scans;
