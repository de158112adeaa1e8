import { type Role, ROLES } from '../../kernel/access/permissions.ts'

/*
 * What the contract alone does not say. Everything else follows from it: an operation lets in the roles that hold its
 * permission, and every id in its path is of a record that is its district's and, for an organisation, its own.
 */

/** Operations that ask for no post: one's own session, and papers, which ask for that of their record. */
export const OPEN: readonly string[] = [
  'POST /session',
  'GET /session',
  'DELETE /session',
  'GET /session/demonstration-accounts',
  'POST /session/code',
  'POST /session/step-up',
  'POST /session/enrolment',
  'POST /session/enrolment/confirm',
  'GET /sessions',
  'POST /sessions/:sessionId/end',
  'POST /sessions/end-others',
  'POST /password',
  'GET /second-factor',
  'POST /second-factor/begin',
  'POST /second-factor/confirm',
  'POST /second-factor/recovery-codes',
  'POST /second-factor/remove',
  'GET /training/roster-template',
  'POST /invitations/open',
  'POST /invitations/accept',
  'GET /papers/codes/:code',
  'GET /papers/of/:kind/:subjectId',
  'POST /papers/of/:kind/:subjectId/forms/:form/print',
  'POST /papers/scans/:scanId/open',
]

/** A paper is its record's: who may not read the record is told of none. */
export const PAPERS_ASK_FOR = 'class.read'

/** Steps of a trail that are the bureau's own, whosever yuan it is. */
const BUREAUS_STEPS = [
  'account-correction',
  'batch',
  'budget-line',
  'check-result',
  'claim-review',
  'comparison-letter',
  'finding',
  'letter-answer',
  'objection',
  'recovery',
  'register-hit',
  'return-file',
  'review-draw',
  'sample',
  'signature',
  'suspicion-case',
]

const EVERYBODY = Object.keys(ROLES) as Role[]

/** Which roles, though they hold the permission, are refused what is their own side's: by a duty, by whose it is. */
export const REFUSED: Readonly<Record<string, { readonly status: 403 | 404; readonly roles: readonly Role[] }>> = {
  // A session is its owner's: the clerk's in the test.
  'POST /sessions/:sessionId/end': { status: 404, roles: EVERYBODY.filter((role) => role !== 'clerk') },
  // Who is away says so themself, or a head does: the clerk is away in the test.
  'POST /delegations/:delegationId/end': { status: 403, roles: ['reviewer', 'finance'] },
  // Who took a post gives it back, or a head ends it: finance took it in the test.
  'POST /emergencies/:emergencyId/end': { status: 403, roles: ['clerk', 'reviewer', 'approver'] },
  // A person's timeline is read under a reading of one's own: the test opens none.
  'GET /timelines/person/:claimId/:decisionId': { status: 403, roles: ['clerk', 'auditor'] },
  ...Object.fromEntries(
    BUREAUS_STEPS.map((kind) => [`GET /trail/:kind/:id (${kind})`, { status: 404, roles: ['provider'] }]),
  ),
}

/** What does not exist is 404, but for what is looked at first, or is empty of what nobody told of: alike all the same. */
export const NOT_404: Readonly<Record<string, number>> = {
  'POST /batches/:batchId/return-file': 422,
  'GET /timelines/employer/:uscc': 200,
  'GET /timelines/provider/:organisationId': 200,
}
