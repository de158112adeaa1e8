import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { STATES } from './rules.ts'

const Text = (most: number) => z.string().trim().min(2).max(most)
const Kind = z.enum(['restricted', 'recovery'])
const Who = z.object({ name: z.string(), post: SentenceShape })

/** What was proposed about a restriction and what another person decided. */
const Proposal = z.object({
  id: Id,
  step: z.enum(['impose', 'end']),
  endsOn: CivilDateText.nullable(),
  reason: z.string(),
  by: Who,
  at: InstantText,
  /** Whether the reader proposed it: another person decides. */
  own: z.boolean(),
  decision: z
    .object({ outcome: z.enum(['confirmed', 'declined']), reason: z.string(), by: Who, at: InstantText })
    .nullable(),
})

/** A person or an organisation that may not be trained or paid with public money for a time. */
export const Restriction = z.object({
  id: Id,
  kind: Kind,
  /** Masked where it is a person. */
  subject: z.object({
    what: z.enum(['person', 'organisation']),
    name: z.string(),
    maskedIdentity: z.string().nullable(),
  }),
  reason: z.string(),
  document: z.string(),
  from: CivilDateText,
  to: CivilDateText.nullable(),
  state: z.enum(STATES),
  /** The days it counts for, as decided; null where it does not. */
  counts: z.object({ from: CivilDateText, to: CivilDateText.nullable() }).nullable(),
  mayEnd: z.boolean(),
  proposals: z.array(Proposal),
})
export type Restriction = z.infer<typeof Restriction>

const OfRestriction = z.object({ restrictionId: Id })

export const listRestrictions = endpoint({
  method: 'GET',
  path: '/people/restrictions',
  may: 'restriction.read',
  summary: 'Restrictions of persons and organisations, newest first',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(Restriction),
})

/** Not a GET: an address is logged. The number is compared by its keyed hash and goes no further; the look-up is recorded. */
export const findRestrictable = endpoint({
  method: 'POST',
  path: '/people/restrictions/find-person',
  may: 'restriction.write',
  summary: 'The person with this identity number, masked; the look-up is recorded',
  params: None,
  query: None,
  body: z.object({ identityNumber: z.string().max(40) }),
  returns: z.object({ personId: Id, maskedName: z.string(), maskedIdentity: z.string() }),
})

export const listRestrictableOrganisations = endpoint({
  method: 'GET',
  path: '/people/restrictions/organisations',
  may: 'restriction.write',
  summary: 'Providers and employers that can be restricted',
  params: None,
  query: None,
  body: None,
  returns: z.object({ organisations: z.array(z.object({ id: Id, name: z.string() })) }),
})

export const proposeRestriction = endpoint({
  method: 'POST',
  path: '/people/restrictions',
  may: 'restriction.write',
  summary: 'Propose a restriction; it counts once another person has confirmed it',
  params: None,
  query: None,
  body: z.object({
    kind: Kind,
    personId: Id.nullable(),
    organisationId: Id.nullable(),
    reason: Text(500),
    document: Text(200),
    from: CivilDateText,
    to: CivilDateText.nullable(),
  }),
  returns: Restriction,
})

export const proposeEnd = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/end',
  may: 'restriction.write',
  summary: 'Propose to end a restriction on a day, or without a day to revoke it from the beginning',
  params: OfRestriction,
  query: None,
  body: z.object({ endsOn: CivilDateText.nullable(), reason: Text(500) }),
  returns: Restriction,
})

export const decideProposal = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/proposals/:proposalId/decide',
  may: 'restriction.write',
  summary: 'Confirm or decline what another person proposed',
  params: OfRestriction.extend({ proposalId: Id }),
  query: None,
  body: z.object({ outcome: z.enum(['confirmed', 'declined']), reason: z.string().trim().max(500) }),
  returns: Restriction,
})
