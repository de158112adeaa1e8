import { fenToText } from '../../values/public.ts'
import type { ClaimStatus } from '../claims/rules.ts'
import { grouped } from '../history/grouped.ts'

/** What a column of the old list can hold for us; `ignored` columns are not read. */
export const OLD_COLUMNS = ['identityNumber', 'name', 'amount', 'state'] as const
export type OldColumn = (typeof OLD_COLUMNS)[number]
export const MEANINGS = [...OLD_COLUMNS, 'ignored'] as const
export type Meaning = (typeof MEANINGS)[number]
export const REQUIRED_COLUMNS: readonly OldColumn[] = ['identityNumber', 'amount']

/** How far somebody's money is, as both sides can say it. */
export const SIDE_STATES = ['paid', 'under-way', 'held', 'refused'] as const
export type SideState = (typeof SIDE_STATES)[number]

/** One line of the old list. A state in words nobody knows is not compared. */
export type OldLine = {
  readonly row: number
  readonly person: string
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly amountFen: bigint
  readonly state: SideState | null
}

/** One person of one claim, as it stands here. */
export type OurLine = {
  readonly person: string
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly claimId: string
  readonly claimNumber: string
  readonly position: number
  /** Nothing, of who is refused. */
  readonly amountFen: bigint
  readonly state: SideState
}

export const KINDS = ['only-old', 'only-here', 'amount', 'state'] as const
export type Kind = (typeof KINDS)[number]

export type Difference = { readonly kind: Kind; readonly old: OldLine | null; readonly ours: OurLine | null }

export type Compared = { readonly agreeing: number; readonly differences: readonly Difference[] }

export const stateOf = (standing: string, status: ClaimStatus): SideState =>
  standing === 'refused' ? 'refused' : standing === 'held' ? 'held' : status === 'paid' ? 'paid' : 'under-way'

/**
 * Both sides, person by person. Who has several lines on both has those of one amount matched first, the rest in their
 * order. Who is refused here and not on the old list is no difference: the old list never had them.
 */
export function compareLists(old: readonly OldLine[], ours: readonly OurLine[]): Compared {
  const differences: Difference[] = []
  let agreeing = 0
  const here = grouped(ours, ({ person }) => person)
  for (const [person, lines] of grouped(old, (line) => line.person)) {
    for (const [theirs, own] of matched(lines, here.get(person) ?? [])) {
      const kind = kindOf(theirs, own)
      if (kind) differences.push({ kind, old: theirs, ours: own })
      else agreeing += 1
    }
    here.delete(person)
  }
  for (const own of [...here.values()].flat())
    if (own.state !== 'refused') differences.push({ kind: 'only-here', old: null, ours: own })
  return { agreeing, differences }
}

function matched(old: readonly OldLine[], ours: readonly OurLine[]): [OldLine | null, OurLine | null][] {
  const left = [...ours]
  const take = (fits: (own: OurLine) => boolean) => {
    const at = left.findIndex(fits)
    return at < 0 ? null : left.splice(at, 1)[0]!
  }
  const sure = old.map((line) => [line, take((own) => own.amountFen === line.amountFen)] as const)
  const pairs = sure.map(([line, own]): [OldLine | null, OurLine | null] => [line, own ?? take(() => true)])
  return [...pairs, ...left.map((own): [null, OurLine] => [null, own])]
}

function kindOf(old: OldLine | null, ours: OurLine | null): Kind | null {
  if (!old) return ours!.state === 'refused' ? null : 'only-here'
  if (!ours) return 'only-old'
  if (ours.state === 'refused') return old.state === 'refused' ? null : 'state'
  if (old.amountFen !== ours.amountFen) return 'amount'
  return old.state !== null && old.state !== ours.state ? 'state' : null
}

/** What a difference is named by: whom it is about and what either side says. */
export function saidBy({ kind, old, ours }: Difference): string {
  const side = (line: OldLine | OurLine | null) => (line ? `${fenToText(line.amountFen)} ${line.state ?? ''}` : '-')
  return [kind, (old ?? ours)!.person, side(old), side(ours)].join('|')
}
