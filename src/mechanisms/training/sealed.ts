import { sealedTable, type SealedTables } from '../../kernel/record/public.ts'

/** What training keeps that is sealed, and what is not and why. */
export const trainingSealed: SealedTables = {
  sealed: [
    sealedTable('training.agreements', '承训协议', 'agreement', { trail: { kind: 'agreement', by: 'id' } }),
    sealedTable('training.agreement_items', '协议工种', 'item of an agreement', {
      trail: { kind: 'agreement', by: 'agreement_id' },
    }),
    sealedTable('training.provider_documents', '机构证照', 'provider’s document', {
      apart: {
        withdrawn_at: 'withdrawn once; the act is sealed',
        withdrawn_reason: 'withdrawn once; the act is sealed',
      },
    }),
    sealedTable('training.sites', '场地', 'site'),
    sealedTable('training.rooms', '教室', 'room'),
    sealedTable('training.instructors', '师资', 'instructor'),
    sealedTable('training.class_events', '班级变更', 'change of a class', { trail: { kind: 'class', by: 'class_id' } }),
    sealedTable('training.class_hands', '班级经办', 'hand on a class', { toldIn: 'taken_at' }),
    sealedTable('training.roster_imports', '名册导入', 'import of a roster', {
      trail: { kind: 'roster-import', by: 'id' },
    }),
    sealedTable('training.enrolments', '学员', 'enrolment', { trail: { kind: 'enrolment', by: 'id' } }),
    sealedTable('training.enrolment_names', '学员更正后的姓名', 'corrected name of an enrolment', {
      trail: { kind: 'enrolment', by: 'enrolment_id' },
    }),
    sealedTable('training.sheet_uploads', '表格上传', 'upload of a sheet'),
    sealedTable('training.attendance_sheets', '考勤表', 'attendance sheet', {
      trail: { kind: 'attendance-sheet', by: 'id' },
    }),
    sealedTable('training.attendance_signs', '签到', 'attendance sign', {
      trail: { kind: 'attendance-sign', by: 'id' },
    }),
    sealedTable('training.musters', '考勤核定', 'muster', { trail: { kind: 'muster', by: 'id' } }),
    sealedTable('training.live_sessions', '现场签到课次', 'session signed live', {
      apart: { phase: 'moves; its events are sealed' },
    }),
    sealedTable('training.live_events', '现场签到经过', 'event of a live session'),
    sealedTable('training.live_signs', '现场签到', 'live sign', { trail: { kind: 'live-sign', by: 'id' } }),
    sealedTable('training.live_strikes', '现场签到作废', 'live sign struck out'),
    sealedTable('training.live_refusals', '现场签到被拒', 'refused live sign'),
    sealedTable('training.class_photos', '课堂合影', 'photo of a class'),
    sealedTable('training.inspections', '现场检查', 'inspection', { trail: { kind: 'inspection', by: 'id' } }),
    sealedTable('training.inspection_confirmations', '现场检查确认', 'confirmation of an inspection', {
      trail: { kind: 'inspection', by: 'inspection_id' },
    }),
    sealedTable('training.inspection_photos', '现场检查照片', 'photo of an inspection', {
      trail: { kind: 'inspection', by: 'inspection_id' },
    }),
    sealedTable('training.amendment_evidence', '考勤更正材料', 'evidence for an amendment of attendance'),
    sealedTable('training.amendments', '考勤更正', 'amendment of attendance', {
      trail: { kind: 'amendment', by: 'id' },
    }),
    sealedTable('training.amendment_lines', '考勤更正明细', 'line of an amendment of attendance', {
      trail: { kind: 'amendment', by: 'amendment_id' },
    }),
    sealedTable('training.amendment_answers', '考勤更正确认', 'answer to an amendment of attendance', {
      trail: { kind: 'amendment', by: 'amendment_id' },
    }),
  ],
  unsealed: {
    'training.classes': 'a form that is filled in; every step of it is a sealed event',
  },
}
