import type { Sentence } from '../../platform/contract/public.ts'

/** The posts of the bureau and the role of an organisation's account, as they are called. */
export const ROLES = {
  clerk: { zh: '经办岗', en: 'Clerk' },
  reviewer: { zh: '复核岗', en: 'Reviewer' },
  approver: { zh: '审批岗', en: 'Approver' },
  'deputy-director': { zh: '分管副局长', en: 'Deputy director' },
  director: { zh: '局长', en: 'Director' },
  finance: { zh: '财务岗', en: 'Finance' },
  auditor: { zh: '内审岗', en: 'Auditor' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
  provider: { zh: '培训机构', en: 'Training provider' },
  instructor: { zh: '授课教师', en: 'Instructor' },
} as const satisfies Record<string, Sentence>

export type Role = keyof typeof ROLES

/** Who approves, the higher the later: the head of the section, the deputy director, the director. */
export const LEVELS_OF_APPROVAL = ['approver', 'deputy-director', 'director'] as const satisfies Role[]
