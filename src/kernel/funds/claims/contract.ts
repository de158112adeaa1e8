import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  FenText,
  Id,
  InstantText,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { CLAIM_STEPS, REVIEW_DUTIES } from '../review/rules.ts'
import { CLAIM_STATUSES, WAIT_REASONS } from './rules.ts'
import { words } from './words.ts'

const Status = z.enum(CLAIM_STATUSES)
export const ClaimParams = z.object({ claimId: named(Id, '申领单', 'claim') })
const Standing = z.enum(['due', 'held', 'refused'])

export const UnavailableCheck = z.object({
  checkId: z.string(),
  title: SentenceShape,
  people: z.number().int(),
  /** What the scheme said of a check without an answer. */
  then: z.enum(['hold', 'note']),
})

/** A claim as lists show it. */
export const ListedClaim = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  scheme: z.string(),
  schemeTitle: SentenceShape,
  organisationId: Id,
  organisationName: z.string(),
  status: Status,
  headCount: z.number().int(),
  heldCount: z.number().int(),
  refusedCount: z.number().int(),
  /** How many kinds of check had no answer. */
  unavailableChecks: z.number().int(),
  amountFen: FenText,
  assembledOn: CivilDateText,
  /** Whether it pays what a decision given anew added, beside the group's own claim. */
  isSupplement: z.boolean(),
  /** The suspicion case that keeps it from going on. */
  frozenBy: z.object({ caseId: Id, number: z.string(), sentence: SentenceShape }).nullable(),
})
export type ListedClaim = z.infer<typeof ListedClaim>

export const Reason = z.object({
  from: z.enum(['condition', 'need', 'check']),
  id: z.string(),
  label: SentenceShape,
  sentence: SentenceShape,
  basis: SentenceShape,
})
export type Reason = z.infer<typeof Reason>

/** One person of a claim, paid by it or not. */
export const ClaimPerson = z.object({
  decisionId: Id,
  position: z.number().int(),
  maskedName: z.string(),
  maskedIdentity: z.string(),
  standing: Standing,
  amountFen: FenText,
  reasons: z.array(Reason),
  checksAsked: z.number().int(),
  checksPassed: z.number().int(),
  account: z.object({ bankName: z.string(), tail: z.string() }).nullable(),
  /** Whether people decided it, and not the scheme's conditions. */
  isManual: z.boolean(),
  /** The claim's line where the person is paid: where the trail begins. */
  lineId: Id.nullable(),
})
export type ClaimPerson = z.infer<typeof ClaimPerson>

/** An official, by masked name and post. */
const Who = z.object({ name: z.string(), post: SentenceShape })

const HistoryEntry = z.object({
  at: InstantText,
  from: Status.nullable(),
  to: Status,
  duty: z.enum([...CLAIM_STEPS, 'sending-back']).nullable(),
  /** The official's name, masked, for the bureau's own staff only. */
  byName: z.string().nullable(),
  reasons: z.array(z.string()),
  /** Whether it was done standing in for somebody. */
  standingIn: z.boolean(),
})

export const ClaimHead = ListedClaim.extend({
  schemeVersion: z.string(),
  fund: z.string(),
  fundName: SentenceShape,
  groupKind: z.string(),
  groupId: Id,
  contentSha256: z.string(),
  checksAsked: z.number().int(),
  checksPassed: z.number().int(),
  /** Checks without an answer when the claim was assembled, and what they answered since of those it pays. */
  unavailable: z.array(
    UnavailableCheck.extend({
      since: z.object({ asked: z.number().int(), answered: z.number().int(), passed: z.number().int() }).nullable(),
    }),
  ),
  people: z.array(ClaimPerson),
  /** The budget line and what it has left; not shown to providers. */
  line: z.object({ id: Id, name: z.string(), year: z.number().int(), availableFen: FenText }).nullable(),
  /** People whose records are newer than the claim. */
  changedPeople: z.number().int(),
  /** The claim this one took the place of, what had been told meanwhile, and who stands otherwise since. */
  replaces: z
    .object({
      id: Id,
      number: z.string(),
      because: SentenceShape,
      changes: z.array(
        z.object({
          position: z.number().int(),
          maskedName: z.string(),
          from: Standing.nullable(),
          to: Standing.nullable(),
        }),
      ),
    })
    .nullable(),
  /** Why it supplements the group's claim, where it does. */
  supplementBecause: SentenceShape.nullable(),
  /** The claim that took this one's place. */
  replacedBy: z.object({ id: Id, number: z.string(), because: SentenceShape }).nullable(),
  history: z.array(HistoryEntry),
  /** What the claim waits for, and why this account may not do it; null where it may, or where nothing is awaited. */
  awaits: z.enum(CLAIM_STEPS).nullable(),
  mayNot: SentenceShape.nullable(),
  /** Why the claim can only be returned now, whoever looks at it; told to the bureau. */
  mayNotPass: SentenceShape.nullable(),
  /** What the bank's list cannot hold of it: who, which value, what to do. */
  bankProblems: z.array(SentenceShape),
  /** How it was drawn who gives the second review, the newest first: it counts. The bureau alone sees it. */
  draws: z.array(
    z.object({
      nth: z.number().int(),
      way: z.enum(['drawn', 'named', 'none']),
      who: Who.nullable(),
      candidates: z.array(Who),
      excluded: z.array(Who.extend({ why: SentenceShape })),
      seed: z.string(),
      reason: z.string(),
      by: Who.nullable(),
      at: InstantText,
    }),
  ),
  /** Where its provider has not confirmed it yet: why this account may not return it all the same. The bureau alone sees it. */
  unconfirmed: z.object({ mayNotReturn: SentenceShape.nullable() }).nullable(),
  /** Whether the claim can be sent back after its approval, and why this account may not; null where its state has no such way. */
  sendBack: z.object({ mayNot: SentenceShape.nullable() }).nullable(),
})
export type ClaimHead = z.infer<typeof ClaimHead>

/** Fen from nothing up to `FEN_LIMIT`. */
const AmountFilter = z.string().regex(/^\d{1,15}$/, JSON.stringify(words.amountFilterOutOfRange))

const Search = named(z.string().max(60), '查找', 'search')

const ClaimFilters = z.object({
  status: named(Status, '状态', 'state').optional(),
  /** Only claims that a suspicion case keeps from going on. */
  frozen: named(z.enum(['yes']), '冻结', 'frozen').optional(),
  organisation: named(Id, '培训机构', 'provider').optional(),
  scheme: named(z.string().max(100), '政策', 'scheme').optional(),
  /** The beginning of a number, or a part of the class's name. */
  search: Search.optional(),
  atLeastFen: named(AmountFilter, '金额下限', 'amount at least').optional(),
  atMostFen: named(AmountFilter, '金额上限', 'amount at most').optional(),
})

export const listClaims = endpoint({
  method: 'GET',
  path: '/claims',
  may: 'claim.read',
  summary: 'Claims, newest first; a provider sees its own',
  params: None,
  query: PageQuery.extend(ClaimFilters.shape),
  body: None,
  returns: pageOf(ListedClaim),
})

export const exportClaims = endpoint({
  method: 'GET',
  path: '/claims/export',
  may: 'claim.read',
  summary: 'Exactly the claims that are filtered, as CSV',
  params: None,
  query: ClaimFilters,
  body: None,
  returns: z.unknown(),
  download: 'text/csv; charset=utf-8',
})

export const claimQueue = endpoint({
  method: 'GET',
  path: '/claims/queue',
  may: 'claim.read',
  summary: 'Claims that wait for a review, longest first',
  params: None,
  query: PageQuery.extend({ duty: named(z.enum(REVIEW_DUTIES), '审核环节', 'review'), search: Search.optional() }),
  body: None,
  returns: pageOf(ListedClaim),
})

/** Counted to a hundred and no further: a queue longer than that is "many". */
export const countClaimQueue = endpoint({
  method: 'GET',
  path: '/claims/queue/count',
  may: 'claim.read',
  summary: 'How many claims wait for this account, counted to a hundred',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    initialReview: z.number().int(),
    secondReview: z.number().int(),
    approval: z.number().int(),
    /** The provider's own claims that wait for its word. */
    confirmation: z.number().int(),
    mine: z.number().int(),
  }),
})

export const WaitingGroup = z.object({
  id: Id,
  title: z.string(),
  groupKind: z.string(),
  groupId: Id,
  schemeTitle: SentenceShape,
  organisationName: z.string(),
  headCount: z.number().int(),
  heldCount: z.number().int(),
  refusedCount: z.number().int(),
  amountFen: FenText,
  reason: z.enum(WAIT_REASONS),
  why: SentenceShape,
  /** What the reason rests on: the schemes that were asked, or what was to be corrected. */
  because: z.array(SentenceShape),
  waitsSince: InstantText,
})

export const waitingClaims = endpoint({
  method: 'GET',
  path: '/claims/waiting',
  may: 'claim.read',
  summary: 'Groups that are decided but cannot become a claim yet, with the reason',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(WaitingGroup),
})

export const getClaim = endpoint({
  method: 'GET',
  path: '/claims/:claimId',
  may: 'claim.read',
  summary: 'A claim with everybody it speaks of, its checks, its money and what happened to it',
  params: ClaimParams,
  query: None,
  body: None,
  returns: ClaimHead,
})

const Verdict = z.enum(['true', 'false', 'unknown'])

/** How one person's answer came about. */
export const PersonExplained = z.object({
  person: ClaimPerson,
  /** The answer as it is told to the person. */
  sentences: z.array(SentenceShape),
  conditions: z.array(
    z.object({
      id: z.string(),
      label: SentenceShape,
      verdict: Verdict,
      sentence: SentenceShape,
      clause: z.object({ doc: z.string(), article: z.string(), text: z.string(), placeholder: z.boolean() }),
    }),
  ),
  amounts: z.array(
    z.object({
      id: z.string(),
      label: SentenceShape,
      fen: FenText,
      /** How the step was reckoned, where it is more than a rate. */
      how: SentenceShape.optional(),
      clause: SentenceShape,
      placeholder: z.boolean(),
    }),
  ),
  facts: z.array(
    z.object({ key: z.string(), label: SentenceShape, value: SentenceShape, source: z.string(), asOf: z.string() }),
  ),
  checks: z.array(
    z.object({
      id: Id,
      checkId: z.string(),
      title: SentenceShape,
      basis: SentenceShape,
      outcome: z.enum(['passed', 'failed', 'unavailable', 'not-applicable']),
      action: z.enum(['block', 'hold', 'flag']),
      sentence: SentenceShape,
      /** Whether an override of it may be proposed. */
      liftable: z.boolean(),
    }),
  ),
})
export type PersonExplained = z.infer<typeof PersonExplained>

export const explainPerson = endpoint({
  method: 'GET',
  path: '/claims/:claimId/people/:decisionId',
  may: 'claim.read',
  summary: "How one person's answer came about: by clause, with the facts and the checks",
  params: ClaimParams.extend({ decisionId: named(Id, '人员', 'person') }),
  query: None,
  body: None,
  returns: PersonExplained,
})

export const assembleAgain = endpoint({
  method: 'POST',
  path: '/claims/:claimId/assemble-again',
  may: 'claim.initial-review',
  summary: 'After correction, make a new claim of what was returned',
  params: ClaimParams,
  query: None,
  body: None,
  returns: z.object({ id: Id, number: z.string() }),
})
