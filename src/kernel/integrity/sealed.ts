import { sealedTable, type SealedTables } from '../record/public.ts'

/** What integrity keeps that is sealed, and what is not and why. */
export const integritySealed: SealedTables = {
  sealed: [
    sealedTable('integrity.check_results', '核查结果', 'answer of a check', {
      toldIn: 'ran_at',
      trail: { kind: 'check-result', by: 'id' },
    }),
    sealedTable('integrity.overrides', '放行', 'override', { trail: { kind: 'override', by: 'id' } }),
    sealedTable('integrity.override_decisions', '放行决定', 'decision on an override', {
      trail: { kind: 'override', by: 'override_id' },
    }),
    sealedTable('integrity.override_files', '放行附件', 'file of an override', {
      trail: { kind: 'override', by: 'override_id' },
    }),
    sealedTable('integrity.override_withdrawals', '放行撤回', 'withdrawn override', {
      trail: { kind: 'override', by: 'override_id' },
    }),
    sealedTable('integrity.cases', '疑点', 'suspicion case', { trail: { kind: 'suspicion-case', by: 'id' } }),
    sealedTable('integrity.case_subjects', '疑点对象', 'subject of a case', {
      trail: { kind: 'suspicion-case', by: 'case_id' },
    }),
    sealedTable('integrity.case_evidence', '疑点证据', 'evidence of a case', {
      trail: { kind: 'suspicion-case', by: 'case_id' },
    }),
    sealedTable('integrity.case_events', '疑点经过', 'event of a case', {
      trail: { kind: 'suspicion-case', by: 'case_id' },
    }),
    sealedTable('integrity.case_owners', '疑点承办', 'owner of a case', {
      trail: { kind: 'suspicion-case', by: 'case_id' },
    }),
    sealedTable('integrity.case_conclusions', '疑点结论', 'conclusion of a case', {
      trail: { kind: 'suspicion-case', by: 'case_id' },
    }),
    sealedTable('integrity.case_decisions', '疑点决定', 'decision on a conclusion'),
    sealedTable('integrity.finding_cases', '发现所立的疑点处置单', 'case of a finding', {
      trail: { kind: 'finding', by: 'finding_id' },
    }),
    sealedTable('integrity.findings', '审计发现', 'finding', { trail: { kind: 'finding', by: 'id' } }),
    sealedTable('integrity.finding_steps', '审计发现的经过', 'step of a finding', {
      trail: { kind: 'finding', by: 'finding_id' },
    }),
    sealedTable('integrity.finding_files', '审计发现附件', 'file of a finding', {
      trail: { kind: 'finding', by: 'finding_id' },
    }),
    sealedTable('integrity.samples', '抽样方案', 'plan of a sample', { trail: { kind: 'sample', by: 'id' } }),
    sealedTable('integrity.sample_draws', '抽样', 'draw of a sample', { trail: { kind: 'sample', by: 'sample_id' } }),
    sealedTable('integrity.sample_items', '样本件', 'item of a sample', { trail: { kind: 'sample', by: 'sample_id' } }),
    sealedTable('integrity.sample_marks', '样本标记', 'mark of an item', {
      trail: { kind: 'sample', by: 'sample_id' },
    }),
    sealedTable('integrity.hands', '经办记录', 'hand on a judgement', { toldIn: 'taken_at' }),
  ],
  unsealed: {
    'integrity.result_evidence': 'an index over the evidence of sealed answers',
    'integrity.freeze_gates': 'a lock, not a record',
  },
}
