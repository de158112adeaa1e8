import { personalOf, type PersonalTables } from '../record/public.ts'

const OF_A_CASE = { purpose: 'supervise', kept: 'matter', seen: 'case-hands' } as const
const OF_A_CHECK = { purpose: 'decide', kept: 'money', seen: 'bureau' } as const

/** What integrity keeps of persons, and what tells of nobody. */
export const integrityPersonal: PersonalTables = {
  personal: [
    ...personalOf('integrity.cases', OF_A_CASE, { reason: ['plain', '开立疑点的理由', 'why a case was opened'] }),
    ...personalOf('integrity.case_conclusions', OF_A_CASE, {
      reasons: ['plain', '疑点结论的理由', 'reasons of a conclusion'],
      answered_by: ['plain', '移送后的答复人', 'who answered a referral'],
      answer_document: ['plain', '移送答复文书', 'document of a referral’s answer'],
    }),
    ...personalOf('integrity.case_decisions', OF_A_CASE, {
      reason: ['plain', '疑点认定的理由', 'reason of a decision'],
    }),
    ...personalOf('integrity.case_events', OF_A_CASE, { said: ['plain', '疑点经过和答复', 'what was said in a case'] }),
    ...personalOf('integrity.case_evidence', OF_A_CASE, {
      label: ['plain', '证据名称', 'title of evidence'],
      note: ['plain', '证据说明', 'note on evidence'],
      file_name: ['plain', '证据文件名', 'file name of evidence'],
    }),
    ...personalOf('integrity.check_results', OF_A_CHECK, {
      outcome: ['plain', '核查结果', 'outcome of a check'],
      sentence: ['plain', '核查所见', 'what a check found'],
      evidence: ['plain', '核查依据', 'what a check rests on'],
    }),
    ...personalOf('integrity.overrides', OF_A_CHECK, {
      reason: ['plain', '放行理由', 'why something was let go'],
      evidence: ['plain', '放行依据', 'evidence of an override'],
      document: ['plain', '放行文书', 'document of an override'],
    }),
    ...personalOf('integrity.override_decisions', OF_A_CHECK, {
      reason: ['plain', '放行决定的理由', 'reason of a decision on an override'],
    }),
    ...personalOf('integrity.override_withdrawals', OF_A_CHECK, {
      reason: ['plain', '撤销放行的理由', 'why an override was withdrawn'],
    }),
    ...personalOf('integrity.override_files', OF_A_CHECK, {
      file_name: ['plain', '放行附件文件名', 'file name of an override’s paper'],
    }),
    ...personalOf('integrity.findings', OF_A_CASE, {
      subject_title: ['plain', '审计发现的对象', 'what a finding is about'],
      found: ['plain', '审计发现', 'what the auditor found'],
      remedy: ['plain', '整改要求', 'what is to be done about a finding'],
    }),
    ...personalOf('integrity.finding_steps', OF_A_CASE, {
      said: ['plain', '整改答复', 'what was said about a finding'],
    }),
    ...personalOf('integrity.finding_files', OF_A_CASE, {
      file_name: ['plain', '审计附件文件名', 'file name of a finding’s paper'],
    }),
    ...personalOf('integrity.sample_items', OF_A_CASE, {
      subject_title: ['plain', '样本件的对象', 'what was drawn'],
    }),
    ...personalOf('integrity.sample_marks', OF_A_CASE, { note: ['plain', '样本件备注', 'note on an item'] }),
  ],
  impersonal: {
    'integrity.case_conclusions': 'outcome',
    'integrity.case_decisions': 'verdict proposer_duty decider_duty',
    'integrity.case_events': 'what',
    'integrity.case_evidence': 'kind trail_kind media_type file_sha256',
    'integrity.case_subjects': 'subject_kind check_id answer_sha256',
    'integrity.cases': 'number group_kind check_id freezes',
    'integrity.check_results': 'check_id moment subject_kind action',
    'integrity.finding_files': 'media_type file_sha256',
    'integrity.finding_steps': 'what before_what',
    'integrity.findings': 'number subject_kind rule severity',
    'integrity.hands': 'duty',
    'integrity.override_decisions': 'outcome proposer_duty decider_duty',
    'integrity.override_files': 'media_type file_sha256',
    'integrity.overrides': 'check_id subject_kind',
    'integrity.result_evidence': 'kind',
    'integrity.sample_draws': 'seed',
    'integrity.sample_items': 'stratum subject_kind',
    'integrity.sample_marks': 'verdict',
    'integrity.samples': 'number purpose population filter stratified_by population_sha256',
  },
}
