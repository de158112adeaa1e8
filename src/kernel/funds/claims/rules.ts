export const CLAIM_STATUSES = [
  'assembled',
  'confirmed',
  'first-passed',
  'second-passed',
  'approved',
  'published',
  'payable',
  'batched',
  'paid',
  'returned',
] as const
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

export type ClaimAct =
  | 'confirm'
  | 'decline'
  | 'initial-pass'
  | 'second-pass'
  | 'approve'
  | 'return'
  | 'replace'
  | 'publish'
  | 'clear'
  | 'batch'
  | 'unbatch'
  | 'send-back'
  | 'settle'
  | 'give-back'

/** What may happen to a claim next, and what it is then. The server permits by it, the browser draws its buttons from it. */
export const CLAIM_NEXT = {
  assembled: { confirm: 'confirmed', decline: 'returned', return: 'returned', replace: 'returned' },
  confirmed: { 'initial-pass': 'first-passed', return: 'returned', replace: 'returned' },
  'first-passed': { 'second-pass': 'second-passed', return: 'returned', replace: 'returned' },
  'second-passed': { approve: 'approved', return: 'returned', replace: 'returned' },
  approved: { publish: 'published', 'send-back': 'returned' },
  published: { clear: 'payable', 'send-back': 'returned' },
  payable: { batch: 'batched', 'send-back': 'returned' },
  batched: { settle: 'paid', unbatch: 'payable' },
  paid: { 'give-back': 'batched' },
  returned: {},
} as const satisfies Record<ClaimStatus, Partial<Record<ClaimAct, ClaimStatus>>>

/** The claims that nobody has approved yet: their money is reserved, and new answers make a new claim in their place. */
export const IN_REVIEW = ['assembled', 'confirmed', 'first-passed', 'second-passed'] as const satisfies ClaimStatus[]

/** The claims that are in no batch yet. */
export const BEFORE_A_BATCH = [...IN_REVIEW, 'approved', 'published', 'payable'] as const satisfies ClaimStatus[]

export function nextStatus(status: ClaimStatus, act: ClaimAct): ClaimStatus | undefined {
  return (CLAIM_NEXT[status] as Partial<Record<ClaimAct, ClaimStatus>>)[act]
}

/** What a claim's payments are for, as the bank is told. */
export function purposeOf(claim: { readonly schemeTitle: { readonly zh: string } }): string {
  return claim.schemeTitle.zh
}

const REVISION = /R([1-9]\d*)$/

/** The number of the claim that takes this one's place: S-2022-0001, S-2022-0001R2, S-2022-0001R3. */
export function revisedNumber(number: string): string {
  const revision = Number(REVISION.exec(number)?.[1] ?? 1)
  return `${number.replace(REVISION, '')}R${revision + 1}`
}

/** The number of a claim that supplements a group's: S-2022-0001B1, S-2022-0001B2. */
export function supplementNumber(number: string, nth: number): string {
  return `${number.replace(REVISION, '')}B${nth}`
}

/** What the checks answered about whom. */
type Answers = readonly {
  readonly checkId: string
  readonly subjectId: string
  readonly outcome: string
  readonly action: string
}[]

/** Whether two runs of the checks say the same of everybody; their wording does not matter. */
export function sameAnswers(one: Answers, other: Answers): boolean {
  const textOf = (answers: Answers) =>
    answers
      .map(({ checkId, subjectId, outcome, action }) => [checkId, subjectId, outcome, action].join(' '))
      .sort()
      .join('\n')
  return textOf(one) === textOf(other)
}

type Stands = { readonly subjectId: string; readonly position: number; readonly standing: 'due' | 'held' | 'refused' }

/** Who stands otherwise in the claim that took another's place, in the order of the roster; null is not in it at all. */
export function standingChanges<P extends Stands>(
  former: readonly P[],
  now: readonly P[],
): readonly { readonly person: P; readonly from: P['standing'] | null; readonly to: P['standing'] | null }[] {
  const before = new Map(former.map((person) => [person.subjectId, person]))
  const after = new Map(now.map((person) => [person.subjectId, person]))
  return [...new Map([...before, ...after]).values()]
    .map((person) => ({
      person,
      from: before.get(person.subjectId)?.standing ?? null,
      to: after.get(person.subjectId)?.standing ?? null,
    }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => a.person.position - b.person.position)
}

/** Where searching leads: what begins like a number is a number's beginning, anything else is part of a title. */
export function searchOf(
  typed: string,
): { numberFrom: string; numberBefore: string } | { titlePart: string } | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(text)) return { titlePart: text }
  const from = text.toUpperCase()
  // The first text, byte by byte, that does not begin so.
  return {
    numberFrom: from,
    numberBefore: `${from.slice(0, -1)}${String.fromCharCode(from.charCodeAt(from.length - 1) + 1)}`,
  }
}

/** Why a group that is decided cannot become a claim yet. */
export const WAIT_REASONS = [
  'no-scheme',
  'out-of-scope',
  'another-payee',
  'nobody-due',
  'no-budget-line',
  'not-enough-budget',
  'returned',
] as const
export type WaitReason = (typeof WAIT_REASONS)[number]
