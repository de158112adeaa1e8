-- Every move of a recovery leaves an event, as those of claims, batches and payments do.
alter table funds.status_events drop constraint status_events_subject_kind_check;

alter table funds.status_events add constraint status_events_subject_kind_check check (subject_kind in ('claim', 'batch', 'payment', 'entitlement', 'public-notice', 'line-hold', 'recovery'));
