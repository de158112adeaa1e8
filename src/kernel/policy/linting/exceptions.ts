import { type Node } from '../deciding/conditions.ts'
import { slotsRead } from '../deciding/conditions.ts'
import type { Compiled } from '../deciding/decide.ts'
import type { Exception } from '../packs/condition.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { type Linted, placeOf, without } from './linted.ts'
import { findFacts, sayFacts, type Wanted, wanted } from './suppose.ts'

/** An exception, the node that says when it holds, and among what it stands. */
type Held = {
  readonly exception: Exception
  readonly node: Node
  readonly beside: readonly Wanted[]
  readonly idle?: Wanted
}

/** Ways out that nobody can take, that change nothing, or that contradict each other. */
export function exceptionFindings(linted: Linted): LintFinding[] {
  const { parts, domains } = linted
  const held = heldIn(linted)
  return [
    ...held.flatMap(({ exception: { id, label, cite }, node, beside, idle }) => {
      const tell = (rule: 'exception-never-holds' | 'exception-idle', zh: string, en: string) =>
        lintFinding(rule, {
          clause: cite,
          at: [...placeOf(parts, id), 'when'],
          wrong: { zh: `例外“${label.zh}”${zh}`, en: `the exception “${label.en}” ${en}` },
        })
      if (findFacts(domains, [...beside, wanted(node)]) === 'none')
        return [tell('exception-never-holds', '永远不会适用', 'can never hold')]
      if (idle && findFacts(domains, [...beside, wanted(node), idle]) === 'none')
        return [tell('exception-idle', '从不改变结果', 'never changes the answer')]
      return []
    }),
    ...[...parts.scope, ...parts.required].flatMap((part) => disagreeing(linted, part)),
  ]
}

function disagreeing(linted: Linted, { condition, node }: Compiled): LintFinding[] {
  if (node.kind !== 'excepted') return []
  const sides = node.exceptions.map((exception, index) => ({ exception, node: node.parts[index + 1]! }))
  const { parts, domains, scope } = linted
  // A part of the scope that is excepted from is not itself taken as met.
  const beside = parts.scope.some((each) => each.condition === condition) ? [] : scope
  for (const met of sides.filter(({ exception }) => exception.then === 'met'))
    for (const failed of sides.filter(({ exception }) => exception.then === 'failed')) {
      const facts = findFacts(domains, [...beside, wanted(met.node), wanted(failed.node)])
      if (typeof facts === 'string') continue
      const [one, other] = [met.exception, failed.exception]
      const wrong = {
        zh: `对“${condition.label.zh}”的例外“${one.label.zh}”与“${other.label.zh}”互相矛盾`,
        en: `the exceptions “${one.label.en}” and “${other.label.en}” to “${condition.label.en}” disagree`,
      }
      const slots = [...slotsRead(met.node), ...slotsRead(failed.node)]
      const place = placeOf(parts, other.id)
      return [
        lintFinding('exceptions-disagree', { clause: other.cite, at: place, wrong, witness: sayFacts(slots, facts) }),
      ]
    }
  return []
}

function heldIn(linted: Linted): Held[] {
  const { parts, eligible } = linted
  const all = parts.pack.exceptions ?? []
  const held: Held[] = []
  const lifting = (exception: Exception, node: Node, beside: readonly Wanted[]) => {
    const inner = all.filter(({ then, to }) => then === 'lifted' && to === exception.id)
    if (inner.length === 0 || node.kind === 'test') return
    // Compiled as: when, and not any of what lifts it.
    const [when, not] = node.parts
    const lifts = not!.kind === 'not' && not!.parts[0]!.kind === 'any' ? not!.parts[0]!.parts : []
    inner.forEach((each, index) => {
      held.push({ exception: each, node: lifts[index]!, beside, idle: wanted(when!) })
      lifting(each, lifts[index]!, beside)
    })
  }
  for (const part of [...parts.scope, ...parts.required]) {
    const { node } = part
    if (node.kind !== 'excepted') continue
    const beside = parts.scope.includes(part)
      ? parts.scope.filter((each) => each !== part).map((each) => wanted(each.node))
      : without(linted, part)
    const isLimit = parts.limits.some((limit) => limit === part)
    node.exceptions.forEach((exception, index) => {
      const own = node.parts[index + 1]!
      const idle = isLimit ? {} : { idle: wanted(node.parts[0]!, exception.then === 'met' ? 'false' : 'true') }
      held.push({ exception, node: own, beside, ...idle })
      lifting(exception, own, beside)
    })
  }
  for (const { step, when } of parts.steps) {
    const own = all.filter(({ then, to }) => then === 'skipped' && to === step.id)
    if (own.length === 0 || !when) continue
    const skips = when.kind === 'all' && (step.when || own.length > 1) ? when.parts.slice(step.when ? 1 : 0) : [when]
    own.forEach((exception, index) => {
      const not = skips[index]!
      const node = not.kind === 'not' ? not.parts[0]! : not
      held.push({ exception, node, beside: eligible })
      lifting(exception, node, eligible)
    })
  }
  return held
}
