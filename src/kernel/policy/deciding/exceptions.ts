import type { Facts } from '../facts/facts.ts'
import type { Exception } from '../packs/condition.ts'
import type { SchemePack } from '../packs/pack.ts'
import { compilePart, type Node, readHere, verdictUnder } from './conditions.ts'
import { type Compilation, faultAt } from './slots.ts'

/** Two exceptions that hold at once and disagree about one condition. */
export type Contradiction = {
  readonly of: string
  readonly exceptions: readonly Pick<Exception, 'id' | 'label' | 'cite'>[]
}

/** The exceptions that contradict each other here; none in almost every case. */
export function contradictionOf(of: string, node: Node, facts: Facts): Contradiction | undefined {
  const here = readHere(node, facts)
  if (here !== node) return here && contradictionOf(of, here, facts)
  if (node.kind !== 'excepted') return undefined
  const holding = node.exceptions.filter((_, index) => verdictUnder(node.parts[index + 1]!, facts) === 'true')
  if (new Set(holding.map(({ then }) => then)).size < 2) return undefined
  return { of, exceptions: holding.map(({ id, label, cite }) => ({ id, label, cite })) }
}

/** What is excepted from what, compiled; whatever names something that is not there is a fault of the document. */
export function compileExceptions(pack: SchemePack, to: Compilation, stepIds: readonly string[]) {
  const all = pack.exceptions ?? []
  const ids = new Set(all.map(({ id }) => id))
  const conditions = new Set([...(pack.scope ?? []), ...pack.conditions, ...(pack.limits ?? [])].map(({ id }) => id))
  if (pack.window) conditions.add(WINDOW)
  if (pack.stacking) conditions.add('stacking')
  const nodes = new Map<string, Node>()
  all.forEach((exception, index) => {
    const path = ['exceptions', index]
    const { id, to: target, then } = exception
    const fits =
      then === 'lifted'
        ? ids.has(target) && target !== id
        : then === 'skipped'
          ? stepIds.includes(target)
          : conditions.has(target)
    if (!fits)
      faultAt(
        to,
        [...path, 'to'],
        `“${target}”不是可以这样例外的条件、步骤或例外`,
        `${target} is no condition, step or exception that can be ${then}`,
      )
    const node = compilePart(exception.when, to, [...path, 'when'])
    if (node) nodes.set(id, node)
  })
  for (const { id } of all) {
    if (liftsItself(id, all))
      faultAt(to, ['exceptions'], `例外“${id}”绕回到自己`, `the exception ${id} leads back to itself`)
  }
  const holdsNode = (exception: Exception): Node | null => {
    const when = nodes.get(exception.id)
    if (!when || liftsItself(exception.id, all)) return null
    const lifting = all
      .filter(({ then, to: target }) => then === 'lifted' && target === exception.id)
      .flatMap((each) => holdsNode(each) ?? [])
    if (lifting.length === 0) return when
    return { kind: 'all', parts: [when, { kind: 'not', parts: [{ kind: 'any', parts: lifting }] }] }
  }
  const of = (target: string) =>
    all
      .filter((each) => each.to === target && each.then !== 'lifted')
      .flatMap((exception) => {
        const node = holdsNode(exception)
        return node ? [{ exception, node }] : []
      })
  return {
    /** The condition with what is excepted from it. */
    around(id: string, base: Node): Node {
      const own = of(id)
      if (own.length === 0) return base
      return {
        kind: 'excepted',
        parts: [base, ...own.map(({ node }) => node)],
        exceptions: own.map(({ exception }) => exception),
      }
    },
    /** When a step of the amount is skipped. */
    skipping: (id: string): Node[] => of(id).map(({ node }) => node),
  }
}

function liftsItself(id: string, all: readonly Exception[]): boolean {
  const seen = new Set<string>()
  for (let at = all.find((each) => each.id === id); at?.then === 'lifted'; ) {
    if (seen.has(at.id)) return true
    seen.add(at.id)
    const next: string = at.to
    at = all.find((each) => each.id === next)
  }
  return false
}

/** The condition that a scheme's claim window is. */
export const WINDOW = 'window'
