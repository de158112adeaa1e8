import { sealedTable, type SealedTables } from '../record/public.ts'

/** What funds keeps that is sealed, and what is not and why. */
export const fundsSealed: SealedTables = {
  sealed: [
    sealedTable('funds.transfers', '资金划转', 'transfer', { trail: { kind: 'budget-line', by: 'line_id' } }),
    sealedTable('funds.claims', '申领单', 'claim', {
      apart: { status: 'moves; its events are sealed' },
      trail: { kind: 'claim', by: 'id' },
    }),
    sealedTable('funds.claim_lines', '申领明细', 'claim line', { trail: { kind: 'claim-line', by: 'id' } }),
    sealedTable('funds.claim_people', '申领人员判定', 'person of a claim', {
      trail: { kind: 'claim', by: 'claim_id' },
    }),
    sealedTable('funds.claim_hands', '经办记录', 'hand on a claim', {
      toldIn: 'taken_at',
      trail: { kind: 'claim', by: 'claim_id' },
    }),
    sealedTable('funds.claim_confirmations', '机构确认', 'confirmation', {
      trail: { kind: 'claim-confirmation', by: 'id' },
    }),
    sealedTable('funds.claim_reviews', '审核审批', 'review', { trail: { kind: 'claim-review', by: 'id' } }),
    sealedTable('funds.review_draws', '复核抽签', 'draw of a reviewer', { trail: { kind: 'review-draw', by: 'id' } }),
    sealedTable('funds.paper_approvals', '纸质审批', 'approval on paper', { trail: { kind: 'claim', by: 'claim_id' } }),
    sealedTable('funds.paper_approval_decisions', '纸质审批核对', 'decision on a paper approval', {
      trail: { kind: 'claim', by: 'claim_id' },
    }),
    sealedTable('funds.entitlements', '应享权益', 'entitlement', {
      apart: { status: 'moves; its events are sealed' },
      trail: { kind: 'entitlement', by: 'id' },
    }),
    sealedTable('funds.status_events', '状态变更', 'change of status', {
      trail: { kindIn: 'subject_kind', by: 'subject_id' },
    }),
    sealedTable('funds.batches', '支付批次', 'payment batch', {
      apart: { status: 'moves; its events are sealed' },
      trail: { kind: 'batch', by: 'id' },
    }),
    sealedTable('funds.batch_lines', '支付明细', 'payment', {
      apart: { status: 'moves; its events are sealed' },
      trail: { kind: 'payment', by: 'id' },
    }),
    sealedTable('funds.batch_claims', '批次所含申领', 'claim in a batch', { trail: { kind: 'batch', by: 'batch_id' } }),
    sealedTable('funds.batch_checks', '支付前核查', 'checks before payment', {
      trail: { kind: 'batch', by: 'batch_id' },
    }),
    sealedTable('funds.batch_signatures', '批次签署', 'signature', { trail: { kind: 'signature', by: 'id' } }),
    sealedTable('funds.batch_keepers', '批次交接', 'keeper of a batch', { trail: { kind: 'batch', by: 'batch_id' } }),
    sealedTable('funds.batch_withdrawals', '批次撤回', 'withdrawn batch', { trail: { kind: 'batch', by: 'batch_id' } }),
    sealedTable('funds.bank_files', '银行清单', 'bank’s list', { trail: { kind: 'batch', by: 'batch_id' } }),
    sealedTable('funds.return_files', '银行回盘', 'bank’s answer', { trail: { kind: 'return-file', by: 'id' } }),
    sealedTable('funds.vouchers', '记账凭证', 'voucher', { trail: { kind: 'return-file', by: 'return_file_id' } }),
    sealedTable('funds.budget_lines', '预算项目', 'budget line', { trail: { kind: 'budget-line', by: 'id' } }),
    sealedTable('funds.public_notices', '公示', 'public notice', {
      apart: {
        status: 'moves; its events are sealed',
        ends_on: 'moves with the county’s calendar; each move is an act',
      },
      trail: { kind: 'public-notice', by: 'id' },
    }),
    sealedTable('funds.public_notice_rows', '公示名单', 'row of a public notice', {
      trail: { kind: 'public-notice', by: 'notice_id' },
    }),
    sealedTable('funds.objections', '异议', 'objection', { trail: { kind: 'public-notice', by: 'notice_id' } }),
    sealedTable('funds.line_holds', '暂缓', 'held line', {
      apart: { status: 'moves; its events are sealed' },
      trail: { kind: 'line-hold', by: 'id' },
    }),
    sealedTable('funds.recoveries', '追回', 'recovery', {
      apart: { status: 'moves; its events are sealed', received_fen: 'the sum of its sealed receipts' },
      trail: { kind: 'recovery', by: 'id' },
    }),
    sealedTable('funds.recovery_decisions', '追回决定', 'decision on a recovery', {
      trail: { kind: 'recovery', by: 'recovery_id' },
    }),
    sealedTable('funds.recovery_receipts', '追回到账', 'receipt of a recovery', {
      trail: { kind: 'recovery-receipt', by: 'id' },
    }),
    sealedTable('funds.redecisions', '重新认定', 'proposal to decide anew', {
      trail: { kind: 'redecision', by: 'id' },
    }),
    sealedTable('funds.redecision_items', '重新认定的人员', 'person decided anew', {
      trail: { kind: 'redecision', by: 'redecision_id' },
    }),
    sealedTable('funds.redecision_answers', '重新认定的确认', 'answer to a proposal to decide anew', {
      trail: { kind: 'redecision', by: 'redecision_id' },
    }),
    sealedTable('funds.redecision_made', '重新认定的结果', 'decision given anew', {
      trail: { kind: 'redecision', by: 'redecision_id' },
    }),
    sealedTable('funds.redecision_files', '重新认定的材料', 'paper of a decision given anew', {
      trail: { kind: 'redecision', by: 'redecision_id' },
    }),
    sealedTable('funds.promises', '分期承诺', 'promise', { trail: { kind: 'decision', by: 'decision_id' } }),
    sealedTable('funds.instalments', '分期', 'instalment', {
      apart: {
        status: 'moves; its events are sealed',
        because: 'why it stands where it stands; kept with its events',
        looked_on: 'when it was last looked at',
      },
      trail: { kind: 'instalment', by: 'id' },
    }),
    sealedTable('funds.account_corrections', '账户更正', 'correction of an account', {
      trail: { kind: 'account-correction', by: 'id' },
    }),
    sealedTable('funds.account_correction_decisions', '账户更正决定', 'decision on a correction', {
      trail: { kind: 'account-correction', by: 'correction_id' },
    }),
    sealedTable('funds.history_sources', '历史发放来源', 'source of past payments', {
      apart: {
        row_count: 'written as the file is read',
        amount_fen: 'written as the file is read',
        doubts: 'written as the file is read',
        withdrawn: 'its withdrawal is sealed',
      },
      trail: { kind: 'history-source', by: 'id' },
    }),
    sealedTable('funds.history_people', '历史查询', 'person looked up', {
      trail: { kind: 'history-source', by: 'source_id' },
    }),
    sealedTable('funds.history_withdrawals', '历史来源撤回', 'withdrawn source', {
      trail: { kind: 'history-source', by: 'source_id' },
    }),
    sealedTable('funds.past_payments', '历史发放', 'past payment', {
      trail: { kind: 'history-source', by: 'source_id' },
    }),
    sealedTable('funds.person_reports', '群众反映', 'report of a resident'),
    sealedTable('funds.report_answers', '反映答复', 'answer to a report'),
    sealedTable('funds.province_lists', '省级上报名单', 'list for the province', {
      apart: { status: 'moves; its events are sealed' },
      trail: { kind: 'province-list', by: 'id' },
    }),
    sealedTable('funds.province_list_people', '上报人员', 'person on a province list', {
      trail: { kind: 'province-list', by: 'list_id' },
    }),
    sealedTable('funds.province_list_events', '上报名单变更', 'change of a province list', {
      trail: { kind: 'province-list', by: 'list_id' },
    }),
    sealedTable('funds.province_list_hands', '上报经办', 'hand on a province list', {
      trail: { kind: 'province-list', by: 'list_id' },
    }),
    sealedTable('funds.province_exports', '省级导出', 'export for the province', {
      trail: { kind: 'province-list', by: 'list_id' },
    }),
    sealedTable('funds.province_imports', '省级回执', 'answer of the province', {
      apart: {
        row_count: 'written as the file is read',
        amount_fen: 'written as the file is read',
        paid_count: 'written as the file is read',
        paid_fen: 'written as the file is read',
      },
      trail: { kind: 'province-import', by: 'id' },
    }),
    sealedTable('funds.reconciliations', '对账', 'reconciliation'),
    sealedTable('funds.reconciliation_settlements', '对账处理', 'settled difference'),
    sealedTable('funds.old_list_settlements', '与旧表差异的原因', 'reason of a difference from an old list'),
  ],
  unsealed: {
    'funds.trials':
      'what a document would have decided; nothing rests on it, and it is worked out again from sealed facts',
    'funds.budget_balances': 'computed from the sealed transfers and compared with them',
    'funds.line_months': 'computed from the sealed transfers and compared with them',
    'funds.waiting_claims': 'a list kept anew whenever it is looked at',
    'funds.province_rows': 'the lines of a file whose import, with its hash, is sealed',
    'funds.reconciliation_lines': 'computed from a sealed list and the file of a sealed import',
    'funds.province_mappings': 'how columns of a file are read; the reading is kept with each import',
    'funds.old_list_mappings': 'how columns of an old list are read; of the list nothing is kept',
    'funds.ledger_mappings': 'how columns of a file are read; the reading is kept with each source',
    'funds.ledger_wordings': 'what a wording of a file means; past payments are kept as they were read',
  },
}
