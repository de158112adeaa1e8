import { pauses } from '../../../deciding/pauses.ts'
import type { Answer } from '../../../deciding/decide.ts'
import { INSTALMENT_NUMBER } from '../../../deciding/instalments.ts'
import { BESIDE } from '../../../deciding/stacking.ts'
import { NOT_RECORDED } from '../../../deciding/words.ts'
import type { FactDefinition } from '../../../facts/facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { kindOfFact, wrongValue } from '../values/kinds.ts'

export type WrittenCase = PackDocument['cases'][number]
export type Given = WrittenCase['given']
export type GivenValue = Given[string]
export type Expect = WrittenCase['expect']

/** What a case says of a fact; `absent` says nothing: it is as in the case that it is like, or unknown. */
export const STATES = ['absent', 'known', 'unknown', 'none'] as const
export type State = (typeof STATES)[number]

export function stateOf(value: GivenValue | undefined): State {
  if (value === undefined) return 'absent'
  if (typeof value !== 'object') return 'known'
  if ('unknown' in value) return 'unknown'
  return 'notApplicable' in value ? 'none' : 'known'
}

/** A fact in another state; one that is known begins with a value of its type. */
export function inState(state: State, first: GivenValue): GivenValue | undefined {
  switch (state) {
    case 'absent':
      return undefined
    case 'known':
      return first
    case 'unknown':
      return { unknown: NOT_RECORDED }
    case 'none':
      return { notApplicable: true }
  }
}

/** What was typed so far and can be decided by: a value that its fact cannot have is left out. */
export function decidable(given: Given, definitionOf: (slot: string) => FactDefinition | undefined): Given {
  const fits = ([slot, value]: [string, GivenValue]) => {
    const definition = definitionOf(slot)
    if (!definition) return false
    if (stateOf(value) !== 'known') return true
    if (definition.type === 'history') return typeof value === 'object' && 'receipts' in value
    if (definition.type === 'beside') return typeof value === 'object' && 'beside' in value
    return wrongValue(value, kindOfFact(definition)) === undefined
  }
  return Object.fromEntries(Object.entries(given).filter(fits))
}

/** What a case may expect of an answer: the answer itself. */
export function expectOf(answer: Answer): Expect {
  switch (answer.kind) {
    case 'eligible': {
      const told = answer.trace.conditions.filter(({ limit }) => limit?.then === 'told').map(({ id }) => id)
      return { eligible: Number(answer.effectiveFen), ...(told.length > 0 ? { told } : {}) }
    }
    case 'ineligible':
      return { [pauses(answer) ? 'paused' : 'ineligible']: answer.reasons.map(({ id }) => id) } as Expect
    case 'unknown':
      if (answer.contradictions) return { contradiction: answer.contradictions.map(({ id }) => id) }
      return { unknown: answer.needs.map(({ fact, at }) => (at ? `${fact}@${at}` : fact)) }
    case 'notApplicable':
      return { notApplicable: true }
  }
}

/** Removes a case; those that were like it get its facts themselves, so that they stay what they were. */
export function withoutCase(cases: readonly WrittenCase[], index: number): WrittenCase[] {
  const gone = cases[index]
  if (!gone) return [...cases]
  return cases.toSpliced(index, 1).map((each) => {
    if (each.like !== gone.name) return each
    const { like: _, ...rest } = each
    return { ...rest, ...(gone.like ? { like: gone.like } : {}), given: { ...gone.given, ...each.given } }
  })
}

/** A case under another name; those that are like it follow. */
export function withCaseNamed(cases: readonly WrittenCase[], index: number, name: string): WrittenCase[] {
  const former = cases[index]?.name
  return cases.map((each, at) =>
    at === index ? { ...each, name } : each.like === former ? { ...each, like: name } : each,
  )
}

/** The facts of a case with those of the case that it is like; which instalment it is, and what stands beside it, as facts. */
export function wholeGiven({ like, given, instalment, beside }: WrittenCase, all: readonly WrittenCase[]): Given {
  const earlier = like === undefined ? undefined : all.find((each) => each.name === like)
  return {
    ...(earlier ? wholeGiven(earlier, all) : {}),
    ...(instalment === undefined ? {} : { [INSTALMENT_NUMBER]: instalment }),
    ...(beside === undefined ? {} : { [BESIDE]: { beside } }),
    ...given,
  }
}
