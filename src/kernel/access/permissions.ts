import type { Role } from './rules.ts'

export { ROLES, type Role } from './rules.ts'

/*
 * What each role may do. Denials of duty (who may not act twice on one thing) are enforced by person, elsewhere and in
 * the database.
 */

/** Roles that an organisation's account holds; all others are the bureau's, and the two never meet in one account. */
const OF_AN_ORGANISATION: ReadonlySet<Role> = new Set(['provider', 'instructor'])

/** The roles of an account's own side: an organisation's account has no post in the bureau, and the other way round. */
export function rolesOfItsSide(account: {
  readonly organisationId: string | null
  readonly roles: readonly Role[]
}): Role[] {
  return account.roles.filter((role) => OF_AN_ORGANISATION.has(role) === (account.organisationId !== null))
}

const BUREAU_READS = [
  'class.read',
  'agreement.read',
  'claim.read',
  'batch.read',
  'budget.read',
  'trail.read',
  'trail.prove',
  'reference.read',
  'check.read',
  'letter.read',
  'certificate.read',
  'history.read',
  'clock.move',
  'insured.read',
  'restriction.read',
  'override.read',
  'case.read',
  'province.read',
  'delegation.read',
  'report.read',
  'timeline.read',
  'timeline.employer',
  'finding.read',
] as const

const OF_A_LEADER = [
  'finding.answer',
  'access.who',
  'account.confirm',
  'recovery.confirm',
  'delegation.give',
  'claim.approve',
  'claim.name-reviewer',
  'claim.draw-reviewer',
  'batch.sign',
  'paper.attach',
] as const

export const PERMISSIONS_OF: Record<Role, readonly string[]> = {
  clerk: [
    ...BUREAU_READS,
    'finding.answer',
    'delegation.give',
    'agreement.write',
    'class.review',
    'claim.initial-review',
    'claim.second-review',
    'claim.draw-reviewer',
    'claim.record-paper',
    'claim.tell',
    'report.answer',
    'timeline.person',
    'account.correct',
    'recovery.propose',
    'notice.publish',
    'objection.write',
    'objection.reveal',
    'paper.attach',
    'paper.full',
    'letter.write',
    'letter.roster',
    'certificate.look-up',
    'history.write',
    'insured.write',
    'restriction.write',
    'override.propose',
    'override.withdraw',
    'class.check',
    'case.open',
    'case.write',
    'province.export',
    'province.import',
    'province.settle',
    'calendar.edit',
    'occupation.import',
  ],
  reviewer: [
    ...BUREAU_READS,
    'finding.answer',
    'delegation.give',
    'claim.second-review',
    'claim.be-drawn',
    'claim.draw-reviewer',
    'claim.record-paper',
    'claim.tell',
    'paper.attach',
    'claim.send-back',
    'account.confirm',
    'recovery.propose',
    'recovery.confirm',
    'restriction.write',
    'override.propose',
    'override.confirm',
    'override.withdraw',
    'class.check',
    'case.open',
    'case.write',
    'case.conclude',
  ],
  approver: [
    ...BUREAU_READS,
    'finding.answer',
    'delegation.give',
    'claim.approve',
    'claim.name-reviewer',
    'claim.draw-reviewer',
    'batch.sign',
    'account.confirm',
    'recovery.confirm',
    'paper.attach',
    'restriction.write',
    'override.confirm',
    'override.withdraw',
    'case.write',
    'case.conclude',
  ],
  'deputy-director': [...BUREAU_READS, ...OF_A_LEADER],
  director: [...BUREAU_READS, ...OF_A_LEADER],
  finance: [
    ...BUREAU_READS,
    'finding.answer',
    'delegation.give',
    'paper.attach',
    'history.write',
    'budget.write',
    'claim.send-back',
    'batch.make',
    'batch.export',
    'batch.return-file',
    'recovery.propose',
    'recovery.receive',
    'province.export',
    'province.import',
    'province.settle',
  ],
  auditor: [
    ...BUREAU_READS,
    'sign-in.read',
    'access.read',
    'access.who',
    'follow-up.read',
    'case.open',
    'timeline.person',
    'record.verify',
    'finding.write',
    'sample.read',
    'sample.draw',
  ],
  administrator: [
    'reference.read',
    'calendar.edit',
    'occupation.import',
    'clock.move',
    'follow-up.read',
    'follow-up.try-again',
    'sign-in.read',
    'sign-in.manage',
    'record.verify',
    'access.read',
    'access.manage',
    'access.who',
  ],
  provider: [
    'access.read',
    'class.read',
    'agreement.read',
    'class.write',
    'class.file',
    'roster.import',
    'attendance.import',
    'marks.import',
    'paper.attach',
    'claim.read',
    'claim.confirm',
    'reference.read',
    'check.read',
    'trail.read',
    'clock.move',
    'case.reply',
    'timeline.read',
    'restriction.reply',
    'finding.own',
    'live.hold',
  ],
  instructor: ['live.hold', 'clock.move'],
}

export const ALL_PERMISSIONS: ReadonlySet<string> = new Set(Object.values(PERMISSIONS_OF).flat())

/** Everything that the holder of these roles may do. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<string> {
  return new Set(roles.flatMap((role) => PERMISSIONS_OF[role]))
}
