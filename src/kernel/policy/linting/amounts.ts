import { type CompiledStep, slotsOfStep, takeSteps } from '../deciding/amounts.ts'
import { verdictUnder } from '../deciding/conditions.ts'
import { sayYuan } from '../deciding/words.ts'
import type { Slot } from '../deciding/slots.ts'
import { compareScalars, type Facts, type FactValue } from '../facts/facts.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { type Linted, placeOf } from './linted.ts'
import { findFacts, sayFacts } from './suppose.ts'

/** How many combinations of the facts of an amount are tried. */
const TRIED = 4_000

/** A higher level that gets less, and steps whose order matters though no clause of one says so. */
export function amountFindings(linted: Linted): LintFinding[] {
  const samples = samplesOf(linted)
  return [...lessForMore(linted, samples), ...orders(linted, samples)]
}

const slotsOfAmount = ({ parts }: Linted): Slot[] => [
  ...new Map(parts.steps.flatMap(slotsOfStep).map((slot) => [slot.key, slot])).values(),
]

/** People who meet every condition, one for each way in which the amount can be reckoned. */
function samplesOf(linted: Linted): Facts[] {
  const { domains, eligible } = linted
  let given: Facts[] = [{}]
  for (const { key } of slotsOfAmount(linted)) {
    const values = (domains.get(key)?.values ?? []).filter(({ state }) => state === 'known')
    const more = given.flatMap((facts) => values.map((value): Facts => ({ ...facts, [key]: value })))
    given = more.length > TRIED ? more.filter((_, index) => index % Math.ceil(more.length / TRIED) === 0) : more
  }
  return given.flatMap((facts) => {
    const found = findFacts(domains, eligible, facts)
    return typeof found === 'string' ? [] : [found]
  })
}

function totalOf(steps: readonly CompiledStep[], facts: Facts): bigint | undefined {
  try {
    const taken = takeSteps(steps, facts)
    return taken.kind === 'steps' ? taken.steps.reduce((sum, { fen }) => sum + fen, 0n) : undefined
  } catch {
    // Beyond any amount: another sample says it.
    return undefined
  }
}

function lessForMore(linted: Linted, samples: readonly Facts[]): LintFinding[] {
  const { parts, program, domains } = linted
  const levels = program.slots.filter(({ definition }) => definition.type === 'level')
  const read = slotsOfAmount(linted).find((slot) => levels.includes(slot))
  if (!read) return []
  const held = [...parts.scope, ...parts.conditions]
  for (const facts of samples) {
    const now = facts[read.key]
    const pays = totalOf(parts.steps, facts)
    if (now?.state !== 'known' || pays === undefined) continue
    const higher = (domains.get(read.key)?.values ?? []).filter(
      (value) => value.state === 'known' && compareScalars('level', value.value, now.value) > 0,
    )
    for (const level of higher) {
      const raised = raise(facts, levels, now, level)
      if (held.some(({ node }) => verdictUnder(node, raised) !== 'true')) continue
      const then = totalOf(parts.steps, raised)
      if (then === undefined || then >= pays) continue
      const table = parts.steps.find((step) => step.slots.includes(read))?.step
      const [low, high] = [read.said(now.value), read.said((level as FactValue & { state: 'known' }).value)]
      const wrong = {
        zh: `其他都一样,${high.zh}得${sayYuan(then).zh},比${low.zh}的${sayYuan(pays).zh}少`,
        en: `all else equal, ${high.en} gets ${sayYuan(then).en}, less than ${sayYuan(pays).en} for ${low.en}`,
      }
      const witness = sayFacts(slotsOfAmount(linted), facts)
      const at = table ? placeOf(parts, table.id) : ['amount']
      return [lintFinding('higher-pays-less', { clause: table?.cite ?? parts.pack.amount.cite, at, wrong, witness })]
    }
  }
  return []
}

/** Every level that was the one is the other: of the class, of the certificate, of the claim. */
function raise(facts: Facts, levels: readonly Slot[], from: FactValue, to: FactValue): Facts {
  const isFrom = (value: FactValue | undefined) =>
    value?.state === 'known' && from.state === 'known' && value.value === from.value
  const raised = levels.filter(({ key }) => isFrom(facts[key])).map(({ key }) => [key, to] as const)
  return { ...facts, ...Object.fromEntries(raised) }
}

/** Neighbours that rest on different clauses, and whose exchange changes what somebody gets. */
function orders(linted: Linted, samples: readonly Facts[]): LintFinding[] {
  const { steps } = linted.parts
  return steps.slice(1).flatMap((second, index) => {
    const first = steps[index]!
    if (first.step.cite === second.step.cite || second.kind === 'subtract') return []
    const exchanged = [...steps.slice(0, index), second, first, ...steps.slice(index + 2)]
    for (const facts of samples) {
      // What scales or limits nothing has to come after what it scales or limits.
      if (!totalOf(steps.slice(0, index), facts)) continue
      const [written, otherwise] = [totalOf(steps, facts), totalOf(exchanged, facts)]
      if (written === undefined || otherwise === undefined || written === otherwise) continue
      const [one, other] = [first.step, second.step]
      const wrong = {
        zh: `先算“${one.label.zh}”再算“${other.label.zh}”得${sayYuan(written).zh},反过来得${sayYuan(otherwise).zh}`,
        en: `“${one.label.en}” before “${other.label.en}” comes to ${sayYuan(written).en}, the other way round to ${sayYuan(otherwise).en}`,
      }
      const witness = sayFacts(slotsOfAmount(linted), facts)
      return [lintFinding('order-matters', { clause: other.cite, at: placeOf(linted.parts, other.id), wrong, witness })]
    }
    return []
  })
}
