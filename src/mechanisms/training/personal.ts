import { personalOf, type PersonalTables } from '../../kernel/record/public.ts'

const OF_A_CLASS = { purpose: 'teach', kept: 'class', seen: 'own-provider' } as const
const OF_MONEY = { purpose: 'teach', kept: 'money', seen: 'own-provider' } as const
const HIDDEN = { purpose: 'teach', kept: 'class', seen: 'nobody' } as const

/** What training keeps of persons, and what tells of nobody. */
export const trainingPersonal: PersonalTables = {
  personal: [
    ...personalOf('training.enrolments', OF_MONEY, {
      name: ['plain', '学员姓名', 'name of a trainee'],
      phone_masked: ['masked', '学员手机号', 'phone of a trainee, masked'],
      group_code: ['plain', '人员类别(如脱贫人口)', 'group of a person'],
      education: ['plain', '文化程度', 'education'],
      doubts: ['plain', '名单疑问', 'doubts about a row'],
    }),
    ...personalOf('training.enrolment_names', OF_MONEY, {
      name: ['plain', '更正后的学员姓名', 'corrected name of a trainee'],
    }),
    ...personalOf(
      'training.enrolments',
      { ...OF_MONEY, seen: 'reason' },
      {
        phone_sealed: ['sealed', '学员手机号', 'phone of a trainee'],
        address_sealed: ['sealed', '学员住址', 'address of a trainee'],
      },
    ),
    ...personalOf('training.roster_imports', OF_A_CLASS, {
      file_name: ['plain', '花名册文件名', 'file name of a roster'],
      marks: ['plain', '花名册批注(不含号码)', 'remarks on a roster (no numbers)'],
    }),
    ...personalOf('training.sheet_uploads', OF_A_CLASS, {
      file_name: ['plain', '考勤或成绩表文件名', 'file name of a sheet'],
      marks: ['plain', '考勤或成绩表批注', 'remarks on a sheet'],
    }),
    ...personalOf('training.attendance_signs', OF_MONEY, {
      written: ['plain', '考勤表上写的', 'what an attendance sheet says'],
      credit: ['plain', '考勤认定', 'attendance that counts'],
    }),
    ...personalOf('training.instructors', OF_A_CLASS, { title: ['plain', '教师职称', 'title of an instructor'] }),
    ...personalOf('training.live_signs', OF_MONEY, {
      kind: ['plain', '签到或签退', 'in or out'],
      method: ['plain', '签到方式', 'how somebody signed'],
      quality: ['plain', '签到质量', 'quality of a sign'],
      reason: ['plain', '代签原因', 'why somebody was assisted'],
    }),
    ...personalOf('training.live_signs', HIDDEN, {
      device: ['keyed', '签到设备摘要', 'keyed hash of a signing device'],
    }),
    ...personalOf('training.live_refusals', OF_A_CLASS, {
      kind: ['plain', '未成的签到或签退', 'in or out that was refused'],
      method: ['plain', '未成的签到方式', 'how a refused sign was tried'],
      why: ['plain', '签到未成的原因', 'why a sign was refused'],
    }),
    ...personalOf('training.live_refusals', HIDDEN, {
      device: ['keyed', '未成签到的设备摘要', 'keyed hash of a refused device'],
    }),
    ...personalOf('training.live_strikes', OF_A_CLASS, {
      reason: ['plain', '签到作废原因', 'why a sign was struck out'],
    }),
    ...personalOf('training.live_strikes', HIDDEN, { device: ['keyed', '作废操作设备摘要', 'keyed hash of a device'] }),
    ...personalOf('training.live_events', HIDDEN, {
      device: ['keyed', '主持设备摘要', 'keyed hash of the holder’s device'],
    }),
    ...personalOf('training.live_sessions', HIDDEN, {
      device: ['keyed', '主持设备摘要', 'keyed hash of the holder’s device'],
    }),
    ...personalOf('training.class_passes', HIDDEN, {
      device: ['keyed', '学员设备摘要', 'keyed hash of a trainee’s device'],
    }),
    ...personalOf('training.class_photos', HIDDEN, { device: ['keyed', '拍照设备摘要', 'keyed hash of a device'] }),
    ...personalOf(
      'training.live_tries',
      { ...HIDDEN, kept: 'count' },
      { of_whom: ['keyed', '签到计次对象摘要', 'keyed hash of whose tries are counted'] },
    ),
    ...personalOf('training.class_events', OF_A_CLASS, { reasons: ['plain', '班级审核意见', 'reasons about a class'] }),
    ...personalOf('training.provider_documents', OF_A_CLASS, {
      number: ['plain', '证照编号', 'number of a paper'],
      withdrawn_reason: ['plain', '证照撤销原因', 'why a paper was withdrawn'],
    }),
    ...personalOf('training.amendments', OF_MONEY, {
      reason: ['plain', '更正考勤的原因', 'why attendance is amended'],
    }),
    ...personalOf('training.amendment_lines', OF_MONEY, {
      credit_from: ['plain', '更正前的考勤', 'attendance before'],
      credit_to: ['plain', '更正后的考勤', 'attendance after'],
    }),
    ...personalOf('training.amendment_answers', OF_MONEY, {
      reason: ['plain', '考勤更正的答复', 'answer to an amendment'],
    }),
    ...personalOf('training.amendment_evidence', OF_MONEY, {
      file_name: ['plain', '考勤更正证据文件名', 'file name of an amendment’s evidence'],
    }),
    ...personalOf('training.inspections', OF_A_CLASS, { note: ['plain', '现场检查记录', 'note of an inspection'] }),
    ...personalOf('training.inspection_photos', OF_A_CLASS, {
      file_name: ['plain', '现场检查照片文件名', 'file name of an inspection’s photo'],
    }),
  ],
  impersonal: {
    'training.agreement_items': 'occupation_id highest_level',
    'training.agreements': 'number document',
    'training.amendment_answers': 'outcome side',
    'training.amendment_evidence': 'media_type',
    'training.attendance_sheets': 'method',
    'training.class_events': 'status_from status_to checks duty',
    'training.class_hands': 'duty',
    'training.class_passes': 'token_sha256',
    'training.classes': 'number filing_number kind occupation_id level certificate_kind payee fund status',
    'training.inspection_photos': 'media_type',
    'training.live_events': 'phase',
    'training.live_sessions': 'phase',
    'training.live_tries': 'what',
    'training.provider_documents': 'kind',
    'training.rooms': 'name',
    'training.roster_imports': 'sha256 outcome judged_by',
    'training.sessions': 'kind reason',
    'training.sheet_uploads': 'kind sha256 outcome',
    'training.sites': 'name town_zh address',
    'training.slots': 'resource_kind',
  },
}
