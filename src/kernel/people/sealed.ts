import { sealedTable, type SealedTables } from '../record/public.ts'

/** What people keeps that is sealed, and what is not and why. */
export const peopleSealed: SealedTables = {
  sealed: [
    sealedTable('people.persons', '人员', 'person', { toldIn: 'created_at' }),
    sealedTable('people.organisations', '机构', 'organisation', { toldIn: 'created_at' }),
    sealedTable('people.bank_accounts', '收款账户', 'bank account', { toldIn: 'created_at' }),
    sealedTable('people.letters', '比对函', 'comparison letter', { trail: { kind: 'comparison-letter', by: 'id' } }),
    sealedTable('people.letter_groups', '比对范围', 'group of a letter', {
      trail: { kind: 'comparison-letter', by: 'letter_id' },
    }),
    sealedTable('people.letter_people', '比对人员', 'person of a letter', {
      trail: { kind: 'comparison-letter', by: 'letter_id' },
    }),
    sealedTable('people.letter_answers', '比对回函', 'answer to a letter', {
      trail: { kind: 'letter-answer', by: 'id' },
    }),
    sealedTable('people.register_hits', '比对命中', 'hit of a register', { trail: { kind: 'register-hit', by: 'id' } }),
    sealedTable('people.insured_imports', '参保名单导入', 'import of an insured list', {
      apart: {
        row_count: 'written as the file is read',
        withdrawn_at: 'withdrawn once; the act is sealed',
        withdrawn_by: 'withdrawn once; the act is sealed',
        withdrawal_reason: 'withdrawn once; the act is sealed',
      },
      trail: { kind: 'insured-list', by: 'id' },
    }),
    sealedTable('people.correction_requests', '信息更正申请', 'request to correct data'),
    sealedTable('people.correction_answers', '更正申请的答复', 'answer to a correction'),
    sealedTable('people.correction_decisions', '更正答复的确认', 'decision on a correction'),
    sealedTable('people.corrected_values', '更正后的信息', 'corrected value'),
    sealedTable('people.restriction_proposals', '限制建议', 'proposed restriction'),
    sealedTable('people.restriction_decisions', '限制决定', 'decision on a restriction'),
    sealedTable('people.restrictions', '限制', 'restriction', { trail: { kind: 'restriction', by: 'id' } }),
    sealedTable('people.restriction_replies', '陈述申辩', 'reply to a restriction'),
    sealedTable('people.restriction_reply_files', '申辩附件', 'file of a reply'),
    sealedTable('people.restriction_hearings', '申辩听取', 'hearing of a reply'),
  ],
  unsealed: {
    'people.insured_staff': 'another office’s list that the next one replaces; its import, with its hash, is sealed',
    'people.insured_employers':
      'another office’s list that the next one replaces; its import, with its hash, is sealed',
  },
}
