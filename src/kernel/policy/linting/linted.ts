import type { Program } from '../deciding/compile.ts'
import { asFirst, type Node } from '../deciding/conditions.ts'
import type { Compiled, Parts } from '../deciding/decide.ts'
import type { FactScalar, Moment } from '../facts/facts.ts'
import { type Domains, domainsOf, type Wanted, wanted, wantedOf } from './suppose.ts'

/** A scheme on one of its days, with what its facts are supposed to be. */
export type Linted = {
  readonly program: Program
  readonly parts: Parts
  readonly domains: Domains
  /** The deciding day lies in force. */
  readonly bounds: readonly Wanted[]
  /** What everybody it reaches meets. */
  readonly scope: readonly Wanted[]
  /** The same, and every condition but limits: what has been had before is another matter. */
  readonly eligible: readonly Wanted[]
}

export function lintedOf(program: Program): Linted {
  const parts = asFirstRead(program.parts)
  const domains = domainsOf([parts])
  const bounds = boundsOf(program, domains)
  const scope = [...bounds, ...parts.scope.map(({ node }) => wanted(node))]
  const eligible = [...scope, ...parts.conditions.map(({ node }) => wanted(node))]
  return { program, parts, domains, bounds, scope, eligible }
}

/** As a first instalment reads it: everything that a later one does not read again holds already. */
export function asFirstRead(parts: Parts): Parts {
  if (!parts.instalments) return parts
  const read = new Map<Compiled, Compiled>()
  const first = <T extends Compiled>(each: T): T => {
    const own = (read.get(each) ?? { ...each, node: asFirst(each.node) }) as T
    read.set(each, own)
    return own
  }
  const { scope, conditions, limits, required } = parts
  return {
    ...parts,
    scope: scope.map(first),
    conditions: conditions.map(first),
    limits: limits.map(first),
    required: required.map(first),
  }
}

/** The facts that are the day by which a version is chosen. */
const DAYS: Partial<Record<Moment, string>> = { claim: 'claim.on', certificate: 'certificate.issuedOn' }

function boundsOf({ slots, pack: { inForce } }: Program, domains: Domains): Wanted[] {
  const { by, from, to } = inForce
  const isInForce = (value: FactScalar) =>
    typeof value === 'string' && value >= from && (to === undefined || value <= to)
  // A day that only limits are counted by is not supposed.
  return slots.filter(({ key, fact }) => fact === DAYS[by] && domains.has(key)).map((slot) => wantedOf(slot, isInForce))
}

/** Where a condition stands in the document. */
export function placeOf({ pack }: Parts, id: string): PropertyKey[] {
  for (const list of ['scope', 'conditions', 'limits', 'exceptions'] as const) {
    const index = (pack[list] ?? []).findIndex((each) => each.id === id)
    if (index >= 0) return [list, index]
  }
  const step = pack.amount.steps?.findIndex((each) => each.id === id) ?? -1
  if (step >= 0) return ['amount', 'steps', step]
  return OWN_PARTS.includes(id) ? [id] : ['amount']
}

const OWN_PARTS = ['window', 'stacking', 'instalments']

/** Everything that is to hold of whom the scheme pays, one condition left out. */
export function without({ parts, bounds }: Linted, left: Compiled, as: (node: Node) => Wanted = wanted): Wanted[] {
  const rest = [...parts.scope, ...parts.conditions].filter((each) => each !== left)
  return [...bounds, ...rest.map(({ node }) => as(node))]
}
