import { z } from 'zod'

const Day = z.iso.date()

/**
 * What a recorded fact must say of itself in its body, so that money can be claimed for it without funds knowing the
 * mechanism: whose group it is, from which fund, into which account, and the days that policy decides by. A mechanism
 * may say more; funds does not read it. All facts of one group say the same of the group.
 */
export const Claimable = z.object({
  /** The fund the group was filed under: a code of the list `funds`. */
  fund: z.string().min(1),
  /** Who brings the claim forward: the provider of the class. */
  organisationId: z.uuid(),
  /** Who employs the person, and the studio that trained them, where a mechanism says it: limits may count by these. */
  employerId: z.uuid().optional(),
  studioId: z.uuid().optional(),
  /** The group as a trail knows it (`class`), and its name as people say it. */
  groupKind: z.string().min(1),
  groupTitle: z.string().min(1).max(200),
  /** Nobody asked for it: where no scheme pays, that is no matter for anybody. */
  unasked: z.literal(true).optional(),
  /** First and last day of the training; the first is the deciding date `training`. */
  during: z.object({ from: Day, to: Day }),
  /** Other deciding dates where they are known. */
  dates: z.object({ enrolment: Day, certificate: Day }).partial().optional(),
  /** Who the group was filed to be paid to; a scheme that pays somebody else does not pay it. */
  payee: z.enum(['person', 'provider']).default('person'),
  /** The person's number on the roster. */
  position: z.int().positive(),
  /** Why public money may pay for the person: a code of the list `person-groups`. */
  groupCode: z.string().min(1).optional(),
  /**
   * Who has had the group in hand and how: `instruction`, or the permission it took (`class.file`, `class.review`). Who
   * taught a class has no say in its claim; the county may keep other duties apart.
   */
  hands: z.array(z.object({ personId: z.uuid(), duty: z.string().min(1) })).default([]),
  /** What was learnt and proved, and the certificate it is claimed for: what quotas and repeats are counted by. */
  occupationId: z.string().min(1).optional(),
  level: z.string().min(1).optional(),
  certificateId: z.uuid().nullish(),
  /** The account of the person, as named on the roster. */
  bankAccountId: z.uuid(),
})
export type Claimable = z.infer<typeof Claimable>

/** What a mechanism writes: the payee may be left out where it is the person, the hands where nobody's are known. */
export type ClaimableGiven = z.input<typeof Claimable>
