import { pauses } from '../../../deciding/pauses.ts'
import type { Answer } from '../../../deciding/decide.ts'
import { INSTALMENT_NUMBER } from '../../../deciding/instalments.ts'
import { BESIDE } from '../../../deciding/stacking.ts'
import { NOT_RECORDED } from '../../../deciding/words.ts'
import type { FactDefinition } from '../../../facts/facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { isCivilDate } from '../../../../values/public.ts'
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

/** What was typed so far and can be decided by: a value that its fact cannot have, a line that is not filled in, is left out. */
export function decidable(given: Given, definitionOf: (slot: string) => FactDefinition | undefined): Given {
  const whole = Object.entries(given).map(([slot, value]) => [slot, withoutUnfilled(value)] as const)
  const fits = ([slot, value]: readonly [string, GivenValue]) => {
    const definition = definitionOf(slot)
    if (!definition) return false
    if (stateOf(value) !== 'known') return true
    if (definition.type === 'history') return typeof value === 'object' && 'receipts' in value
    if (definition.type === 'beside') return typeof value === 'object' && 'beside' in value
    return wrongValue(value, kindOfFact(definition)) === undefined
  }
  return Object.fromEntries(whole.filter(fits))
}

const MONEY = { kind: 'money' } as const
const isAmount = (fen: unknown) => wrongValue(fen, MONEY) === undefined
const isDay = (on: unknown) => typeof on !== 'string' || isCivilDate(on)

function withoutUnfilled(value: GivenValue): GivenValue {
  if (typeof value !== 'object') return value
  if ('receipts' in value)
    return {
      ...value,
      receipts: value.receipts.filter(({ on, fen, family }) => isDay(on) && isAmount(fen) && family !== ''),
    }
  if ('beside' in value) return { beside: value.beside.filter(isFilled) }
  return value
}

/** Whether a line beside a case says which scheme it is, and what it comes to or why that is not known. */
function isFilled(each: GivenBeside): boolean {
  return each.scheme !== '' && ('unknown' in each ? each.unknown.zh !== '' : isAmount(each.fen) && each.fen > 0)
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

export type GivenBeside = NonNullable<WrittenCase['beside']>[number]

/** What stands beside a case, and which instalment it is, are members of the case and no facts of its own. */
export function asMembers(given: Given): Pick<WrittenCase, 'given' | 'instalment' | 'beside'> {
  const { [INSTALMENT_NUMBER]: instalment, [BESIDE]: stands, ...facts } = given
  const isNumber = instalment === undefined || typeof instalment === 'number'
  const isList = stands === undefined || (typeof stands === 'object' && 'beside' in stands)
  return {
    given: {
      ...facts,
      ...(isNumber ? {} : { [INSTALMENT_NUMBER]: instalment }),
      ...(isList ? {} : { [BESIDE]: stands }),
    },
    ...(isNumber && instalment !== undefined ? { instalment } : {}),
    ...(isList && stands ? { beside: stands.beside } : {}),
  }
}

/** The same as they stand among the facts that are tried. */
export function asFacts({ given, instalment, beside }: Pick<WrittenCase, 'given' | 'instalment' | 'beside'>): Given {
  return {
    ...(instalment === undefined ? {} : { [INSTALMENT_NUMBER]: instalment }),
    ...(beside === undefined ? {} : { [BESIDE]: { beside } }),
    ...given,
  }
}

/** The facts of a case with those of the case that it is like; which instalment it is, and what stands beside it, as facts. */
export function wholeGiven({ like, given, instalment, beside }: WrittenCase, all: readonly WrittenCase[]): Given {
  const earlier = like === undefined ? undefined : all.find((each) => each.name === like)
  return { ...(earlier ? wholeGiven(earlier, all) : {}), ...asFacts({ given, instalment, beside }) }
}
