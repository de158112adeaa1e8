import type { Sentence } from '../../platform/contract/public.ts'
import type { Role } from './rules.ts'

/** What a role must never be able to do, whatever else it may: by the beginning of a permission's name. */
export type Denial = {
  readonly role: Role
  /** Permissions by name; one that ends in a dot stands for its whole family. */
  readonly never: readonly string[]
  readonly because: Sentence
}

/** Reading is not acting: what these end with changes nothing and moves nothing. */
export const READS = /\.read$/

/**
 * The denials of the programme's roles. Those that are about one case and one person ("review a case they accepted",
 * "approve one's own unit") are by natural person: the hands of a claim, in the database too.
 */
export const DENIALS: readonly Denial[] = [
  {
    role: 'clerk',
    never: [
      'claim.approve',
      'claim.be-drawn',
      'claim.name-reviewer',
      'claim.send-back',
      'batch.',
      'budget.write',
      'attendance.',
      'live.',
      'marks.',
      'override.confirm',
      'decision.confirm',
      'case.conclude',
    ],
    because: { zh: '经办不得审批、支付,不得改考勤', en: 'A clerk neither approves nor pays, nor edits attendance' },
  },
  {
    role: 'reviewer',
    never: [
      'claim.initial-review',
      'claim.approve',
      'claim.name-reviewer',
      'batch.',
      'budget.write',
      'attendance.',
      'live.',
      'amendment.',
      'marks.',
    ],
    because: {
      zh: '复核不得受理自己复核的事项,不得审批、支付',
      en: 'A reviewer accepts nothing they review, nor approves or pays',
    },
  },
  ...(['approver', 'deputy-director', 'director'] as const).map((role): Denial => {
    return {
      role,
      never: [
        'class.write',
        'class.review',
        'roster.',
        'attendance.',
        'live.',
        'amendment.',
        'inspection.write',
        'marks.',
        'history.write',
        'insured.write',
        'letter.write',
        'claim.confirm',
        'claim.initial-review',
        'claim.second-review',
        'claim.be-drawn',
        'batch.make',
        'batch.export',
        'batch.return-file',
        'budget.write',
      ],
      because: {
        zh: '审批不得更改事实,不得经办或复核自己审批的事项',
        en: 'Who approves changes no facts and handles nothing they approve',
      },
    }
  }),
  {
    role: 'finance',
    never: [
      'claim.initial-review',
      'claim.second-review',
      'claim.be-drawn',
      'claim.approve',
      'claim.confirm',
      'batch.sign',
      'roster.',
      'attendance.',
      'live.',
      'amendment.',
      'marks.',
      'class.',
      'decision.propose',
      'decision.confirm',
      'scheme.write',
      'scheme.publish',
    ],
    because: {
      zh: '财务不得更改金额和收款人,不得审核',
      en: 'Finance changes neither sums nor payees and reviews nothing',
    },
  },
  {
    role: 'auditor',
    never: [
      'claim.',
      'batch.',
      'budget.',
      'class.',
      'roster.',
      'attendance.',
      'live.',
      'amendment.',
      'marks.',
      'override.',
      'history.',
      'letter.',
      'delegation.',
      'case.',
      'restriction.',
      'recovery.',
      'decision.propose',
      'decision.confirm',
      'scheme.write',
      'scheme.publish',
    ],
    because: { zh: '内审只读,只能提出问题', en: 'An auditor reads, and writes nothing but findings' },
  },
  {
    role: 'administrator',
    never: [
      'claim.',
      'batch.',
      'budget.',
      'class.',
      'roster.',
      'attendance.',
      'live.',
      'amendment.',
      'marks.',
      'override.',
      'history.',
      'letter.',
      'case.',
      'insured.',
      'restriction.',
      'decision.',
      'certificate.',
      'delegation.',
    ],
    because: { zh: '系统管理员不接触业务数据', en: 'An administrator touches no data of the programme' },
  },
  {
    role: 'provider',
    never: [
      'claim.initial-review',
      'claim.second-review',
      'claim.be-drawn',
      'claim.approve',
      'claim.send-back',
      'claim.tell',
      'batch.',
      'budget.',
      'letter.',
      'history.',
      'insured.',
      'override.',
      'decision.',
      'restriction.read',
      'restriction.write',
      'delegation.',
      'class.review',
      'class.check',
      'inspection.',
      'amendment.',
    ],
    because: {
      zh: '机构只办本机构的事,不得审核、审批、支付',
      en: 'A provider handles its own alone and reviews, approves and pays nothing',
    },
  },
  {
    role: 'instructor',
    never: [
      'claim.',
      'batch.',
      'budget.',
      'class.',
      'roster.',
      'attendance.',
      'marks.',
      'letter.',
      'history.',
      'insured.',
      'override.',
      'decision.',
      'restriction.',
      'delegation.',
      'case.',
      'timeline.',
      'inspection.',
    ],
    because: {
      zh: '授课教师只管自己课次的签到,不得导入考勤、成绩,不碰钱',
      en: 'An instructor holds the signing-in of their own sessions: no sheets, no marks, no money',
    },
  },
]

/** Reading that is denied all the same: other providers and the offices' own knowledge are not a provider's, personal data not an administrator's. */
const READS_DENIED: ReadonlySet<Role> = new Set(['administrator', 'provider', 'instructor'])

/** Whether the table denies a role a permission. */
export function isDenied(role: Role, permission: string): boolean {
  if (READS.test(permission) && !READS_DENIED.has(role)) return false
  return DENIALS.some(
    (denial) =>
      denial.role === role &&
      denial.never.some((begins) => (begins.endsWith('.') ? permission.startsWith(begins) : permission === begins)),
  )
}
