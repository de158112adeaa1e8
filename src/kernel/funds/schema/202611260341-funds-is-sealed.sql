-- Rows that are sealed tell when their transaction began, and are found by it.
select public.app_seal('funds.transfers');

select public.app_seal('funds.claims');

select public.app_seal('funds.claim_lines');

select public.app_seal('funds.claim_people');

select public.app_seal('funds.claim_hands', 'taken_at');

select public.app_seal('funds.claim_confirmations');

select public.app_seal('funds.claim_reviews');

select public.app_seal('funds.review_draws');

select public.app_seal('funds.paper_approvals');

select public.app_seal('funds.paper_approval_decisions');

select public.app_seal('funds.entitlements');

select public.app_seal('funds.status_events');

select public.app_seal('funds.batches');

select public.app_seal('funds.batch_lines');

select public.app_seal('funds.batch_claims');

select public.app_seal('funds.batch_checks');

select public.app_seal('funds.batch_signatures');

select public.app_seal('funds.bank_files');

select public.app_seal('funds.return_files');

select public.app_seal('funds.vouchers');

select public.app_seal('funds.budget_lines');

select public.app_seal('funds.public_notices');

select public.app_seal('funds.public_notice_rows');

select public.app_seal('funds.objections');

select public.app_seal('funds.line_holds');

select public.app_seal('funds.recoveries');

select public.app_seal('funds.recovery_decisions');

select public.app_seal('funds.recovery_receipts');

select public.app_seal('funds.account_corrections');

select public.app_seal('funds.account_correction_decisions');

select public.app_seal('funds.history_sources');

select public.app_seal('funds.history_people');

select public.app_seal('funds.history_withdrawals');

select public.app_seal('funds.past_payments');

select public.app_seal('funds.person_reports');

select public.app_seal('funds.report_answers');

select public.app_seal('funds.province_lists');

select public.app_seal('funds.province_list_people');

select public.app_seal('funds.province_list_events');

select public.app_seal('funds.province_list_hands');

select public.app_seal('funds.province_exports');

select public.app_seal('funds.province_imports');

select public.app_seal('funds.reconciliations');

select public.app_seal('funds.reconciliation_settlements');

select public.app_seal('funds.batch_withdrawals');
