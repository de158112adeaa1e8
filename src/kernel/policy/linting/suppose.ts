import { addDays, type CivilDate, SKILL_LEVELS } from '../../values/public.ts'
import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import { type Node, slotsRead, verdictUnder } from '../deciding/conditions.ts'
import type { Test } from '../deciding/comparisons.ts'
import type { Parts } from '../deciding/decide.ts'
import { readSlot, type Slot, traceRead } from '../deciding/slots.ts'
import type { Verdict } from '../deciding/trace.ts'
import { opposite } from '../deciding/verdicts.ts'
import {
  type Facts,
  type FactScalar,
  type FactValue,
  isRatio,
  isValueOf,
  known,
  notApplicable,
} from '../facts/facts.ts'
import { type Axis, type Step, tableIn } from '../packs/amount.ts'
import { factsOf } from '../packs/cases.ts'
import type { SchemePack } from '../packs/pack.ts'

const SUPPOSED = { source: 'supposed', asOf: '' }

/** Texts that the scheme does not name: two, since one fact may be held against another. */
export const OTHER_TEXTS: readonly FactScalar[] = ['其他', '另一个']

/** Whatever a fact is worth supposing to be: what the scheme and its cases name, what lies beside it, and that there is none. */
export type Domain = { readonly slot: Slot; readonly values: readonly FactValue[] }
export type Domains = ReadonlyMap<string, Domain>

export const supposed = (value: FactScalar): FactValue => known(value, SUPPOSED)

/** The facts of one or more schemes and what each may be. */
export function domainsOf(all: readonly Parts[]): Domains {
  const slots = new Map<string, Slot>()
  const named = new Map<string, FactScalar[]>()
  const name = (slot: Slot, value: FactScalar) => {
    slots.set(slot.key, slot)
    named.set(slot.key, [...(named.get(slot.key) ?? []), value])
  }
  const tests = all.flatMap(testsOf)
  for (const slot of all.flatMap(slotsOf)) slots.set(slot.key, slot)
  for (const parts of all) {
    const first = parts.pack.inForce.from
    const dates = [...slots.values()].filter(({ definition }) => definition.type === 'date')
    const base = Object.fromEntries(dates.map(({ key }) => [key, supposed(first)]))
    for (const slot of dates) name(slot, first)
    for (const test of testsOf(parts)) {
      for (const { slot, value } of test.named ?? []) name(slot, value)
      for (const facts of [{}, base])
        for (const { slot, value } of [...test.wishes(facts, true), ...test.wishes(facts, false)]) name(slot, value)
    }
    for (const { axes, step } of parts.steps)
      for (const { slot, values } of axes ?? []) {
        const bands = axesOf(parts.pack, step).flatMap((axis) => bandsOn(axis, slot) ?? [])
        for (const value of [...values, ...bands]) if (isValueOf(slot.definition, value)) name(slot, value)
      }
    for (const golden of parts.pack.cases)
      for (const [key, value] of Object.entries(factsOf(golden, parts.pack.cases))) {
        const slot = slots.get(key)
        if (slot && value.state === 'known') name(slot, value.value)
      }
  }
  // What is held against each other may be the same.
  for (const test of tests)
    for (const one of test.slots)
      for (const other of test.slots)
        if (one !== other && one.definition.type === other.definition.type)
          for (const value of named.get(one.key) ?? []) name(other, value)
  return new Map([...slots.values()].map((slot) => [slot.key, { slot, values: valuesOf(slot, named.get(slot.key)) }]))
}

/** The axes of a step's table, wherever they are written. */
export function axesOf({ parameters }: SchemePack, step: Step): readonly Axis[] {
  const table = tableIn(step)?.table
  if (!table) return []
  if ('axes' in table) return table.axes
  const held = parameters?.[table.parameter]
  return held && 'axes' in held ? held.axes : []
}

function bandsOn(axis: Axis, { fact, at }: Slot): readonly (number | string)[] | undefined {
  return typeof axis === 'object' && axis.fact === fact && axis.at === at ? axis.bands : undefined
}

function slotsOf({ scope, conditions, steps, instalments }: Parts): Slot[] {
  const nodes = [...scope, ...conditions].map(({ node }) => node)
  return [
    ...nodes.flatMap(slotsRead),
    ...(instalments?.test.slots ?? []),
    ...steps.flatMap(({ slots, when }) => [...slots, ...(when ? slotsRead(when) : [])]),
  ]
}

function testsOf({ scope, conditions, limits, steps }: Parts): Test[] {
  const excepted = limits.flatMap(({ node }) => (node.kind === 'excepted' ? node.parts.slice(1) : []))
  const whens = steps.flatMap(({ when }) => when ?? [])
  return [...[...scope, ...conditions].map(({ node }) => node), ...excepted, ...whens].flatMap(testsIn)
}

export function testsIn(node: Node): Test[] {
  return node.kind === 'test' ? [node] : node.parts.flatMap(testsIn)
}

function valuesOf(slot: Slot, named: readonly FactScalar[] = []): FactValue[] {
  const { definition } = slot
  const tried = [...named.flatMap((value) => besides(slot, value)), ...always(slot)]
  const valid = tried.filter((value) => isValueOf(definition, value))
  const once = new Map(valid.map((value) => [JSON.stringify(value), value]))
  return [...[...once.values()].map(supposed), notApplicable(SUPPOSED)]
}

/** A value and, where it is a threshold, what lies right beside it. */
function besides({ definition: { type } }: Slot, value: FactScalar): FactScalar[] {
  if (typeof value === 'number') return [value, value - 1, value + 1].filter((each) => each >= 0)
  if (type === 'date') return [value, addDays(value as CivilDate, -1), addDays(value as CivilDate, 1)]
  if (!isRatio(value)) return [value]
  const beside = (by: number) => ({ numerator: value.numerator * 1000 + by, denominator: value.denominator * 1000 })
  return [value, ...(value.numerator > 0 ? [beside(-1)] : []), beside(1)]
}

function always({ definition: { type, codes } }: Slot): readonly FactScalar[] {
  if (type === 'boolean') return [true, false]
  if (type === 'level') return SKILL_LEVELS
  if (type === 'history') return [{ receipts: [] }]
  if (type === 'beside') return [{ beside: [] }]
  if (type === 'integer' || type === 'money') return [0, 1, 2]
  if (type === 'ratio')
    return [
      { numerator: 0, denominator: 1 },
      { numerator: 1, denominator: 2 },
      { numerator: 1, denominator: 1 },
    ]
  if (codes) return Object.keys(codes)
  return type === 'text' ? OTHER_TEXTS : []
}

/** Something that is to hold of the facts looked for. */
export type Wanted = { readonly slots: readonly Slot[]; readonly holds: (facts: Facts) => Verdict }

export function wanted(node: Node, verdict: 'true' | 'false' = 'true'): Wanted {
  const holds = (facts: Facts) => verdictUnder(node, facts)
  return { slots: slotsRead(node), holds: verdict === 'true' ? holds : (facts) => opposite(holds(facts)) }
}

/** The same, or that a table has no value for them: nobody is refused by it then. */
export function wantedOrOpen(node: Node): Wanted {
  const slots = slotsRead(node)
  const holds = (facts: Facts): Verdict => {
    const verdict = verdictUnder(node, facts)
    return verdict === 'unknown' && slots.every(({ key }) => facts[key] !== undefined) ? 'true' : verdict
  }
  return { slots, holds }
}

/** That a fact is of a kind that a test of our own names. */
export function wantedOf(slot: Slot, accepts: (value: FactScalar) => boolean): Wanted {
  const holds = (facts: Facts): Verdict => {
    const value = readSlot(facts, slot)
    if (value.state === 'unknown') return 'unknown'
    return value.state === 'known' && accepts(value.value) ? 'true' : 'false'
  }
  return { slots: [slot], holds }
}

/** How many suppositions are tried before nothing is said. */
const TRIED = 40_000

/**
 * Facts of which everything wanted holds; `none` where there are none among what is worth supposing, `unsure` where that
 * would take too long to say. What shares no fact is looked for apart.
 */
export function findFacts(domains: Domains, all: readonly Wanted[], given: Facts = {}): Facts | 'none' | 'unsure' {
  let found = given
  for (const group of apart(all, given)) {
    const part = solve(domains, group, given)
    if (typeof part === 'string') return part
    found = { ...found, ...part }
  }
  return found
}

function apart(all: readonly Wanted[], given: Facts): Wanted[][] {
  const groups: { keys: Set<string>; wanted: Wanted[] }[] = []
  for (const each of all) {
    const keys = new Set(each.slots.map(({ key }) => key).filter((key) => given[key] === undefined))
    const touching = groups.filter((group) => [...keys].some((key) => group.keys.has(key)))
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push({
      keys: new Set([...keys, ...touching.flatMap((group) => [...group.keys])]),
      wanted: [...touching.flatMap((group) => group.wanted), each],
    })
  }
  return groups.map((group) => group.wanted)
}

function solve(domains: Domains, all: readonly Wanted[], given: Facts): Facts | 'none' | 'unsure' {
  const keys = [...new Set(all.flatMap(({ slots }) => slots.map(({ key }) => key)))].filter((key) => !given[key])
  let left = TRIED
  const from = (index: number, facts: Facts): Facts | 'none' | 'unsure' => {
    if (--left < 0) return 'unsure'
    const verdicts = all.map(({ holds }) => holds(facts))
    if (verdicts.includes('false')) return 'none'
    if (index === keys.length) return verdicts.includes('unknown') ? 'none' : facts
    const key = keys[index]!
    for (const value of domains.get(key)?.values ?? []) {
      const found = from(index + 1, { ...facts, [key]: value })
      if (found !== 'none') return found
    }
    return 'none'
  }
  return from(0, given)
}

/** What is reckoned of supposed facts; nothing where it comes to more than any amount may. */
export function unlessTooLarge<T>(reckon: () => T): T | undefined {
  try {
    return reckon()
  } catch (error) {
    if (error instanceof Problem && error.code === 'amount-too-large') return undefined
    throw error
  }
}

/** Facts in words: 人员类别 企业职工；…. */
export function sayFacts(slots: readonly Slot[], facts: Facts): Sentence {
  const once = [...new Map(slots.map((slot) => [slot.key, slot])).values()].filter(({ key }) => facts[key])
  const said = once.map((slot) => ({ label: slot.label, words: traceRead(facts, slot).words }))
  return {
    zh: said.map(({ label, words }) => `${label.zh}:${words.zh}`).join(';'),
    en: said.map(({ label, words }) => `${label.en}: ${words.en}`).join('; '),
  }
}
