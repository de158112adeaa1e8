import type { Sentence } from '../../../platform/contract/public.ts'
import { addDays, type CivilDate, type ClosedPeriod } from '../../values/public.ts'
import { type Difference, type ProvinceState, wentBack } from './rules.ts'

/** One person of one of our lists, as it stands here. */
export type Here = {
  readonly id: string
  readonly listId: string
  readonly listNumber: string
  readonly reference: string
  readonly position: number
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly level: string | null
  readonly certificateNo: string | null
  readonly amountFen: bigint
  readonly standing: 'due' | 'held' | 'refused'
  /** Whether the province was sent the list. */
  readonly isSent: boolean
  readonly decisionId: string
  readonly groupId: string
}

/** What the province says now of one application, and what it said before that. */
export type There = {
  readonly id: string
  readonly reference: string
  readonly ourReference: string | null
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly level: string | null
  readonly certificateNo: string | null
  readonly amountFen: bigint
  readonly state: ProvinceState
  readonly reason: string
  readonly paidOn: CivilDate | null
  readonly paidFen: bigint | null
  readonly before: ProvinceState | null
}

/** A payment of the same family that somebody else made to the same person: this platform, or an office of last years. */
export type PaidElsewhere = {
  readonly kind: 'claim' | 'history-source'
  readonly id: string
  readonly label: Sentence
  readonly level: string | null
  readonly certificateNo: string | null
  readonly amountFen: bigint
  readonly paid: ClosedPeriod
}

export type Pair = { readonly here: Here | undefined; readonly there: There | undefined }

/** Ours that the province must know: sent and due. */
const isExpected = (here: Here) => here.isSent && here.standing === 'due'

/** By what two sides name the same thing, the surest first. */
const SAME: readonly ((here: Here, there: There) => boolean)[] = [
  (here, there) => there.ourReference === here.reference,
  (here, there) => here.certificateNo !== null && here.certificateNo === there.certificateNo,
  (here, there) => here.level !== null && here.level === there.level && here.amountFen === there.amountFen,
  (here, there) => here.level !== null && here.level === there.level,
  (here, there) => here.amountFen === there.amountFen,
  () => true,
]

/** Two different certificates, or two different levels, are never one subsidy; a reference of ours is believed. */
function canBeOne(here: Here, there: There): boolean {
  if (there.ourReference === here.reference) return true
  if (here.certificateNo !== null && there.certificateNo !== null) return here.certificateNo === there.certificateNo
  return here.level === null || there.level === null || here.level === there.level
}

/** What both sides have of one person, side by side: each at most once, the surest first, what was sent before what was not. */
export function pairUp(here: readonly Here[], there: readonly There[]): Pair[] {
  const ours = [...here].sort(
    (a, b) => Number(isExpected(b)) - Number(isExpected(a)) || (a.reference < b.reference ? -1 : 1),
  )
  const theirs = [...there].sort((a, b) => (a.reference < b.reference ? -1 : 1))
  const pairs: Pair[] = []
  const taken = new Set<Here | There>()
  for (const same of SAME) {
    for (const one of ours) {
      const other = theirs.find((each) => !taken.has(each) && canBeOne(one, each) && same(one, each))
      if (!other || taken.has(one)) continue
      pairs.push({ here: one, there: other })
      taken.add(one).add(other)
    }
  }
  return [
    ...pairs,
    ...ours.filter((one) => !taken.has(one)).map((one) => ({ here: one, there: undefined })),
    ...theirs.filter((other) => !taken.has(other)).map((other) => ({ here: undefined, there: other })),
  ]
}

/** A line on which the two sides differ. */
export type DifferenceFound = Pair & {
  readonly kind: Difference
  /** Names the line from one comparison to the next. */
  readonly about: string
  /** What both sides say; a settlement counts while it is the same. */
  readonly says: string
  readonly other: PaidElsewhere | undefined
}

export type Reconciled = { readonly differences: readonly DifferenceFound[]; readonly agree: number }

/** What the province pays, or says it will. */
export const sumThere = (there: There): bigint => there.paidFen ?? there.amountFen

/** Everything on which the two sides differ about one person. */
export function reconcilePerson(
  here: readonly Here[],
  there: readonly There[],
  elsewhere: readonly PaidElsewhere[],
  daysApart: number,
): Reconciled {
  const differences: DifferenceFound[] = []
  let agree = 0
  for (const pair of pairUp(here, there)) {
    const kinds = kindsOf(pair)
    const twice = pair.there && paidTwice(pair.there, elsewhere, daysApart)
    if (pair.there && kinds.length === 0 && !twice) agree += 1
    for (const kind of kinds) differences.push(found(kind, pair, undefined))
    if (twice) differences.push(found('paid-twice', pair, twice))
  }
  return { differences, agree }
}

function kindsOf({ here, there }: Pair): Difference[] {
  if (!there) return here && isExpected(here) ? ['here-not-there'] : []
  if (!here || !isExpected(here)) {
    // Whom we hold or refuse and the province returned, both sides treat alike.
    return here && there.state === 'returned' ? [] : ['there-not-here']
  }
  if (there.state === 'returned') return ['state-differs']
  return [
    ...(sumThere(there) === here.amountFen ? [] : (['sum-differs'] as const)),
    ...(wentBack(there.before, there.state) ? (['state-differs'] as const) : []),
  ]
}

function paidTwice(
  { state, paidOn, paidFen, level, certificateNo }: There,
  elsewhere: readonly PaidElsewhere[],
  daysApart: number,
): PaidElsewhere | undefined {
  if (state !== 'paid' || paidOn === null) return undefined
  return elsewhere.find((other) => {
    const known = certificateNo !== null && other.certificateNo !== null
    if (known ? certificateNo !== other.certificateNo : level !== null && other.level !== null && level !== other.level)
      return false
    // An office's ledger may tell of the province's own payment; what this platform paid it paid itself.
    const isNear = paidOn <= addDays(other.paid.to, daysApart) && other.paid.from <= addDays(paidOn, daysApart)
    return other.kind === 'claim' || !(isNear && other.amountFen === paidFen)
  })
}

function found(kind: Difference, { here, there }: Pair, other: PaidElsewhere | undefined): DifferenceFound {
  const says = [
    here ? [here.reference, here.standing, here.isSent, here.amountFen].join(' ') : '',
    there ? [there.reference, there.state, there.amountFen, there.paidFen ?? '', there.paidOn ?? ''].join(' ') : '',
    other ? [other.kind, other.id, other.amountFen].join(' ') : '',
  ].join('|')
  return { kind, here, there, other, about: here ? `line:${here.reference}` : `there:${there?.reference}`, says }
}

const ORDER: readonly Difference[] = ['paid-twice', 'sum-differs', 'state-differs', 'there-not-here', 'here-not-there']

/** Money first, then by our reference or theirs: the order in which a clerk works the page. */
export function inOrder(differences: readonly DifferenceFound[]): DifferenceFound[] {
  return [...differences].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.about < b.about ? -1 : a.about > b.about ? 1 : 0),
  )
}
