import type { Node } from '../deciding/conditions.ts'
import type { Compiled } from '../deciding/decide.ts'
import type { ConditionPart } from '../packs/condition.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { type Linted, placeOf, without } from './linted.ts'
import { findFacts, supposed, wanted, wantedOrOpen } from './suppose.ts'

/** Conditions that nobody can meet, alone or together, and conditions that say nothing. */
export function reachFindings(linted: Linted): LintFinding[] {
  const never = neverMet(linted)
  if (never.length > 0) return never
  const { scope, conditions, steps } = linted.parts
  return [
    ...[...scope, ...conditions].flatMap((part) => idle(linted, part)),
    ...conditions.flatMap((part) => deadBranches(linted, part)),
    ...steps.flatMap(({ step, when }) => {
      if (!when || findFacts(linted.domains, [...linted.eligible, wanted(when)]) !== 'none') return []
      const wrong = { zh: `金额步骤“${step.label.zh}”永远不会用到`, en: `the step “${step.label.en}” is never taken` }
      return [
        lintFinding('step-never-taken', { clause: step.cite, at: [...placeOf(linted.parts, step.id), 'when'], wrong }),
      ]
    }),
  ]
}

function neverMet({ parts, domains, bounds }: Linted): LintFinding[] {
  const isNone = (nodes: readonly Compiled[]) =>
    findFacts(domains, [...bounds, ...nodes.map(({ node }) => wanted(node))]) === 'none'
  const all = [...parts.scope, ...parts.conditions]
  const alone = all.filter((part) => isNone([part]))
  if (alone.length > 0)
    return alone.map(({ condition: { id, label, cite } }) => {
      const wrong = { zh: `条件“${label.zh}”不可能符合`, en: `the condition “${label.en}” can never be met` }
      return lintFinding('never-met', { clause: cite, at: placeOf(parts, id), wrong })
    })
  // The first that leaves nobody, and of those before it only what it takes to do so.
  const last = all.findIndex((_, index) => isNone(all.slice(0, index + 1)))
  if (last < 0) return []
  const later = all[last]!
  const least = all.slice(0, last).reduce(
    (left, each) => {
      const fewer = left.filter((other) => other !== each)
      return isNone([...fewer, later]) ? fewer : left
    },
    all.slice(0, last),
  )
  return [together(parts, later, least)]
}

function together(parts: Linted['parts'], { condition }: Compiled, others: readonly Compiled[]): LintFinding {
  const names = (locale: 'zh' | 'en') => others.map((other) => `“${other.condition.label[locale]}”`)
  const wrong = {
    zh: `条件“${condition.label.zh}”与${names('zh').join('、')}互相矛盾`,
    en: `the condition “${condition.label.en}” contradicts ${names('en').join(', ')}`,
  }
  return lintFinding('never-together', { clause: condition.cite, at: placeOf(parts, condition.id), wrong })
}

/** Whoever meets the rest meets this as well. */
function idle(linted: Linted, part: Compiled): LintFinding[] {
  const { parts, domains, bounds } = linted
  const rest = parts.scope.includes(part)
    ? [...bounds, ...parts.scope.filter((each) => each !== part).map(({ node }) => wanted(node))]
    : without(linted, part, wantedOrOpen)
  if (findFacts(domains, [...rest, wanted(part.node, 'false')]) !== 'none') return []
  const { id, label, cite } = part.condition
  const wrong = { zh: `条件“${label.zh}”从不会不符合`, en: `the condition “${label.en}” never fails` }
  return [lintFinding('never-fails', { clause: cite, at: placeOf(parts, id), wrong })]
}

/** Ways to meet a condition, and members of its list, that the other conditions exclude. */
function deadBranches(linted: Linted, part: Compiled): LintFinding[] {
  const { pack } = linted.parts
  const { id, label, cite } = part.condition
  const written: ConditionPart | undefined = pack.conditions.find((each) => each.id === id)
  if (!written) return []
  const base = part.node.kind === 'excepted' ? part.node.parts[0]! : part.node
  const rest = without(linted, part)
  const found: LintFinding[] = []
  const tell = (path: readonly PropertyKey[], zh: string, en: string) => {
    const wrong = { zh: `条件“${label.zh}”中的${zh}用不上`, en: `${en} of the condition “${label.en}” never counts` }
    found.push(lintFinding('branch-never-holds', { clause: cite, at: [...placeOf(linted.parts, id), ...path], wrong }))
  }
  const walk = (node: Node, of: ConditionPart, path: readonly PropertyKey[]): void => {
    if (node.kind === 'test') {
      if (!Array.isArray(of.oneOf)) return
      const [slot] = node.slots
      of.oneOf.forEach((member, index) => {
        if (!slot || findFacts(linted.domains, rest, { [slot.key]: supposed(member) }) !== 'none') return
        const { zh, en } = slot.said(member)
        tell([...path, 'oneOf', index], `取值“${zh}”`, `the value “${en}”`)
      })
      return
    }
    const inner = of.all ?? of.any ?? []
    node.parts.forEach((each, index) => {
      const at = of.all ? 'all' : 'any'
      if (inner[index] === undefined) return
      if (of.any && findFacts(linted.domains, [...rest, wanted(each)]) === 'none')
        tell([...path, at, index], `第 ${index + 1} 种情形`, `way ${index + 1}`)
      else walk(each, inner[index], [...path, at, index])
    })
  }
  walk(base, written, [])
  return found
}
