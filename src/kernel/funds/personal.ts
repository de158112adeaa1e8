import { personalOf, type PersonalTables } from '../record/public.ts'

const PAID = { purpose: 'pay', kept: 'money', seen: 'own-provider' } as const
const DECIDED = { purpose: 'decide', kept: 'money', seen: 'bureau' } as const
const OF_PAST = { purpose: 'compare', kept: 'past', seen: 'bureau' } as const
const SUPERVISED = { purpose: 'supervise', kept: 'matter', seen: 'case-hands' } as const

/** What funds keeps of persons, and what tells of nobody. */
export const fundsPersonal: PersonalTables = {
  personal: [
    ...personalOf(
      'funds.trial_blocks',
      { purpose: 'decide', kept: 'trial', seen: 'bureau' },
      {
        ids: ['plain', '政策试算所依事实的编号', 'whose recorded fact a trial looked at'],
        keys: ['plain', '政策试算的分类和结论', 'by what a case of a trial is counted, and how it comes out'],
        amounts: ['plain', '政策试算的金额', 'both amounts of a case of a trial'],
        marks: ['plain', '政策试算的原因', 'what stands in the way of a case of a trial'],
      },
    ),
    ...personalOf('funds.claim_lines', PAID, { payee_name: ['plain', '收款人姓名', 'name of a payee'] }),
    ...personalOf('funds.claim_people', DECIDED, {
      standing: ['plain', '是否列入申领', 'whether somebody is in a claim'],
      reasons: ['plain', '未列入申领的原因', 'why somebody is not in a claim'],
    }),
    ...personalOf(
      'funds.batch_lines',
      { ...PAID, seen: 'bureau' },
      {
        payee_name: ['plain', '代发收款人姓名', 'name of a payee in a batch'],
        account_tail: ['masked', '代发银行卡号尾号', 'last digits of an account in a batch'],
        bank_name: ['plain', '代发开户行', 'bank in a batch'],
        reference: ['plain', '代发流水号', 'reference of a payment'],
        status: ['plain', '代发结果', 'outcome of a payment'],
      },
    ),
    ...personalOf(
      'funds.batch_lines',
      { ...PAID, seen: 'reason' },
      {
        account_sealed: ['sealed', '代发银行卡号', 'account number in a batch'],
      },
    ),
    ...personalOf('funds.account_corrections', PAID, {
      reason: ['plain', '更正收款账户的原因', 'why an account is corrected'],
      evidence: ['plain', '更正收款账户的依据', 'evidence of a corrected account'],
    }),
    ...personalOf('funds.account_correction_decisions', PAID, {
      reason: ['plain', '账户更正复核意见', 'reason of a decision on an account'],
    }),
    ...personalOf('funds.claim_reviews', DECIDED, { reasons: ['plain', '审核意见', 'reasons of a review'] }),
    ...personalOf('funds.claim_confirmations', DECIDED, {
      reasons: ['plain', '机构确认意见', 'reasons of a confirmation'],
      paper_reason: ['plain', '纸质确认的原因', 'why a confirmation came on paper'],
    }),
    ...personalOf('funds.objections', SUPERVISED, { said: ['plain', '异议内容', 'what an objection says'] }),
    ...personalOf(
      'funds.objections',
      { ...SUPERVISED, seen: 'reason' },
      { objector_sealed: ['sealed', '异议人', 'who objected'] },
    ),
    ...personalOf('funds.person_reports', SUPERVISED, { said: ['plain', '群众反映内容', 'what a resident reported'] }),
    ...personalOf('funds.report_answers', SUPERVISED, { answer: ['plain', '对群众反映的答复', 'answer to a report'] }),
    ...personalOf(
      'funds.public_notice_rows',
      { purpose: 'publish', kept: 'money', seen: 'public' },
      {
        masked_name: ['masked', '公示姓名', 'published name'],
        masked_identity: ['masked', '公示身份证号', 'published identity number'],
      },
    ),
    ...personalOf('funds.past_payments', OF_PAST, {
      family: ['plain', '历史补贴类别', 'family of a past payment'],
      occupation_id: ['plain', '历史补贴职业', 'occupation of a past payment'],
      occupation_text: ['plain', '历史补贴职业(原文)', 'occupation as written'],
      level: ['plain', '历史补贴等级', 'level of a past payment'],
      certificate_no: ['plain', '历史补贴证书编号', 'certificate of a past payment'],
      payee: ['plain', '历史补贴付给谁(类别)', 'kind of payee of a past payment'],
    }),
    ...personalOf(
      'funds.past_payments',
      { ...OF_PAST, seen: 'nobody' },
      {
        identity_lookup: ['keyed', '历史补贴身份证号查找摘要', 'look-up of a past payment'],
      },
    ),
    ...personalOf('funds.history_people', OF_PAST, {
      answer: ['plain', '历史补贴核对结果', 'answer about past payments'],
    }),
    ...personalOf('funds.history_sources', OF_PAST, {
      file_name: ['plain', '历史发放文件名', 'file name of past payments'],
      doubts: ['plain', '历史发放疑问', 'doubts about past payments'],
    }),
    ...personalOf('funds.history_withdrawals', OF_PAST, {
      reason: ['plain', '撤回历史发放的原因', 'why past payments were withdrawn'],
    }),
    ...personalOf('funds.province_list_people', DECIDED, {
      reference: ['plain', '预审流水号', 'reference in a pre-checked list'],
      masked_name: ['masked', '预审姓名', 'name in a pre-checked list'],
      masked_identity: ['masked', '预审身份证号', 'identity in a pre-checked list'],
      level: ['plain', '预审等级', 'level in a pre-checked list'],
      certificate_no: ['plain', '预审证书编号', 'certificate in a pre-checked list'],
      standing: ['plain', '是否列入预审', 'whether somebody is in a list'],
      reasons: ['plain', '未列入预审的原因', 'why somebody is not in a list'],
    }),
    ...personalOf(
      'funds.province_list_people',
      { ...DECIDED, seen: 'nobody' },
      {
        identity_lookup: ['keyed', '预审身份证号查找摘要', 'look-up in a pre-checked list'],
      },
    ),
    ...personalOf('funds.province_rows', OF_PAST, {
      reference: ['plain', '省平台流水号', 'the province’s reference'],
      our_reference: ['plain', '对应我方流水号', 'our reference'],
      masked_name: ['masked', '省平台姓名', 'name at the province'],
      masked_identity: ['masked', '省平台身份证号', 'identity at the province'],
      level: ['plain', '省平台等级', 'level at the province'],
      certificate_no: ['plain', '省平台证书编号', 'certificate at the province'],
      state: ['plain', '省平台办理状态', 'state at the province'],
      reason: ['plain', '省平台未付原因', 'why the province did not pay'],
    }),
    ...personalOf(
      'funds.province_rows',
      { ...OF_PAST, seen: 'nobody' },
      {
        identity_lookup: ['keyed', '省平台身份证号查找摘要', 'look-up of a row of the province'],
      },
    ),
    ...personalOf('funds.reconciliation_lines', DECIDED, {
      masked_name: ['masked', '对账姓名', 'name in a reconciliation'],
      masked_identity: ['masked', '对账身份证号', 'identity in a reconciliation'],
      about: ['plain', '对账对象', 'about whom a difference is'],
      says: ['plain', '对账差异', 'what differs'],
      here: ['plain', '对账:本平台所记', 'what stands here'],
      there: ['plain', '对账:省平台所记', 'what stands there'],
      other: ['plain', '对账:其他', 'what else stands'],
    }),
    ...personalOf('funds.reconciliation_settlements', DECIDED, {
      about: ['plain', '差异处理对象', 'about whom a difference was settled'],
      says: ['plain', '差异处理说明', 'what a settled difference says'],
      reason: ['plain', '差异处理原因', 'why a difference was settled so'],
      document: ['plain', '差异处理文书', 'document of a settlement'],
    }),
    ...personalOf('funds.recoveries', DECIDED, {
      reason: ['plain', '追回原因', 'why money is recovered'],
      document: ['plain', '追回文书', 'document of a recovery'],
    }),
    ...personalOf('funds.recovery_decisions', DECIDED, {
      reason: ['plain', '追回审定意见', 'reason of a decision on a recovery'],
    }),
    ...personalOf('funds.instalments', DECIDED, {
      because: ['plain', '分期暂停的原因', 'why an instalment waits or is paused'],
    }),
    ...personalOf('funds.redecisions', DECIDED, {
      reason: ['plain', '重新认定的原因', 'why somebody is decided anew'],
      document: ['plain', '重新认定的文书', 'document of a decision given anew'],
      manual: ['plain', '人工认定的内容', 'what people decided'],
    }),
    ...personalOf('funds.redecision_items', DECIDED, {
      answer: ['plain', '重新认定的结论', 'answer of a decision given anew'],
    }),
    ...personalOf('funds.redecision_answers', DECIDED, {
      reason: ['plain', '重新认定的确认意见', 'reason of who confirmed a decision given anew'],
    }),
    ...personalOf('funds.redecision_files', DECIDED, {
      file_name: ['plain', '重新认定材料的文件名', 'name of a paper of a decision given anew'],
    }),
    ...personalOf('funds.review_draws', DECIDED, {
      candidates: ['plain', '抽取复核人的候选人', 'candidates of a draw'],
      excluded: ['plain', '抽取复核人的回避人', 'who was left out of a draw'],
      reason: ['plain', '重新抽取的原因', 'why a draw was repeated'],
    }),
    ...personalOf('funds.paper_approval_decisions', DECIDED, {
      reason: ['plain', '纸质审批登记的意见', 'reason about an approval on paper'],
    }),
    ...personalOf('funds.status_events', DECIDED, { note: ['plain', '状态变化说明', 'note on a change of status'] }),
    ...personalOf('funds.province_list_events', DECIDED, {
      note: ['plain', '预审名单状态说明', 'note on a list’s change'],
    }),
    ...personalOf('funds.province_list_hands', DECIDED, {
      reasons: ['plain', '预审名单审核意见', 'reasons about a list'],
    }),
    ...personalOf('funds.transfers', DECIDED, {
      reason: ['plain', '记账原因', 'why money moved'],
      note: ['plain', '记账说明', 'note on a transfer'],
    }),
    ...personalOf('funds.batch_keepers', DECIDED, {
      reason: ['plain', '批次交接的依据', 'why a batch was handed over'],
    }),
    ...personalOf('funds.batch_withdrawals', DECIDED, {
      reason: ['plain', '撤回批次的原因', 'why a batch was withdrawn'],
    }),
    ...personalOf('funds.bank_files', PAID, { name: ['plain', '代发文件名', 'name of a bank’s list'] }),
    ...personalOf('funds.return_files', PAID, { name: ['plain', '回盘文件名', 'name of a return file'] }),
    ...personalOf('funds.province_exports', DECIDED, {
      name: ['plain', '预审名单文件名', 'name of an exported list'],
      purpose: ['plain', '导出用途', 'why a list was exported'],
    }),
    ...personalOf('funds.old_list_settlements', DECIDED, {
      reason: ['plain', '与旧表差异的原因', 'why a difference from an old list is none'],
    }),
    ...personalOf(
      'funds.old_list_settlements',
      { ...DECIDED, seen: 'nobody' },
      { difference_key: ['keyed', '与旧表差异的标识', 'what names a difference from an old list'] },
    ),
    ...personalOf('funds.province_imports', OF_PAST, {
      file_name: ['plain', '省平台结果文件名', 'file name of the province’s answer'],
    }),
    ...personalOf('funds.waiting_claims', DECIDED, { because: ['plain', '申领暂缓的原因', 'why a claim waits'] }),
  ],
  impersonal: {
    'funds.account_correction_decisions': 'outcome',
    'funds.bank_files': 'sha256',
    'funds.batch_lines': 'purpose',
    'funds.batch_signatures': 'content_sha256',
    'funds.batches': 'number fund bank_template content_sha256 status',
    'funds.budget_lines': 'fund name document',
    'funds.claim_confirmations': 'outcome way content_sha256',
    'funds.claim_hands': 'duty',
    'funds.claim_reviews': 'duty outcome content_sha256 given_as minutes_number',
    'funds.claims':
      'number scheme scheme_version scheme_title fund organisation_name fact_kind group_kind title unavailable content_sha256 status replaces_because supplement_because',
    'funds.entitlements': 'scheme fund status',
    'funds.history_sources': 'kind source about families sha256 group_kind group_title columns_read',
    'funds.instalments': 'status',
    'funds.ledger_mappings': 'headings_sha256 columns',
    'funds.ledger_wordings': 'kind wording means',
    'funds.line_holds': 'status',
    'funds.line_months': 'account',
    'funds.objections': 'channel',
    'funds.old_list_mappings': 'headings_sha256 columns',
    'funds.old_list_settlements': 'kind',
    'funds.paper_approval_decisions': 'verdict',
    'funds.paper_approvals': 'given_as minutes_number content_sha256',
    'funds.person_reports': 'number kind form_key',
    'funds.province_exports': 'sha256 template',
    'funds.province_imports': 'scheme sha256 columns_read',
    'funds.province_list_events': 'status_from status_to',
    'funds.province_list_hands': 'duty outcome content_sha256',
    'funds.province_list_people': 'scheme',
    'funds.province_lists':
      'number scheme scheme_version scheme_title fund organisation_name fact_kind group_kind title unavailable content_sha256 status',
    'funds.province_mappings': 'headings_sha256 columns',
    'funds.province_rows': 'scheme',
    'funds.public_notices': 'number counting list_sha256 status',
    'funds.reconciliation_lines': 'scheme kind',
    'funds.reconciliation_settlements': 'scheme kind outcome',
    'funds.reconciliations': 'scheme',
    'funds.recoveries': 'status',
    'funds.recovery_decisions': 'outcome',
    'funds.recovery_receipts': 'voucher',
    'funds.redecision_answers': 'outcome',
    'funds.promises': 'scheme scheme_version scheme_title fund title',
    'funds.redecision_files': 'media_type file_sha256',
    'funds.redecisions': 'scheme scheme_title cause about_kind seen_sha256',
    'funds.return_files': 'sha256',
    'funds.review_draws': 'way seed',
    'funds.status_events': 'subject_kind status_from status_to',
    'funds.transfers': 'debit credit subject_kind',
    'funds.trials':
      'scheme fact_kind after_named after_document after_sha256 before_named before_document before_sha256 status names tally lines',
    'funds.vouchers': 'number',
    'funds.waiting_claims': 'scheme scheme_title fund fact_kind group_kind title reason',
  },
}
