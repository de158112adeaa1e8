import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import { itemAt } from '../packs/document-problems.ts'
import {
  type FactDefinition,
  type FactDictionary,
  type FactScalar,
  type Facts,
  type FactValue,
  isValueOf,
  type Moment,
  slotOf,
} from '../facts/facts.ts'
import type { ParameterResolver, UsedParameter } from './parameters.ts'
import type { TraceRead } from './trace.ts'
import { remembered } from './remembered.ts'
import * as words from './words.ts'

/** A fact at a moment: what a program asks of the facts. */
export type Slot = {
  readonly key: string
  readonly fact: string
  readonly at?: Moment
  readonly definition: FactDefinition
  readonly label: Sentence
  /** A value in words; one that the fact cannot have is refused. */
  readonly said: (value: FactScalar) => Sentence
}

/** What compiling needs to know, and where it writes what is wrong. */
export type Compilation = {
  readonly dictionary: FactDictionary
  readonly resolve: ParameterResolver
  readonly problems: ProblemItem[]
  readonly slots: Map<string, Slot>
  readonly parametersUsed: Map<string, UsedParameter>
  /** The families that some scheme belongs to, where all schemes are at hand. */
  readonly families?: ReadonlySet<string> | undefined
}

const NOT_GIVEN: FactValue = { state: 'unknown', why: words.NOT_RECORDED, source: '', asOf: '' }

/** What a slot holds. Whatever was not given is unknown; a value of the wrong type is the supplier's defect. */
export function readSlot(facts: Facts, slot: Slot): FactValue {
  const given = facts[slot.key]
  if (given === undefined) return NOT_GIVEN
  // The first time a value is met it is looked at.
  if (given.state === 'known') slot.said(given.value)
  return given
}

export function traceRead(facts: Facts, slot: Slot): TraceRead {
  const value = readSlot(facts, slot)
  if (value.state === 'known') return knownRead(slot, value, slot.said(value.value))
  const said = value.state === 'unknown' ? value.why : { zh: '无此项', en: 'none' }
  return { ...value, fact: slot.fact, ...(slot.at ? { at: slot.at } : {}), label: slot.label, words: said }
}

/** A fact that is known, as it was read. */
export function knownRead({ fact, at, label }: Slot, value: FactValue & { state: 'known' }, said: Sentence): TraceRead {
  const { value: is, source, asOf } = value
  if (at) return { state: 'known', value: is, source, asOf, fact, at, label, words: said }
  return { state: 'known', value: is, source, asOf, fact, label, words: said }
}

function labelOf(definition: FactDefinition, moment: Moment | undefined): Sentence {
  if (!moment) return definition.label
  const at = words.MOMENT_WORDS[moment]
  return { zh: `${at.zh}的${definition.label.zh}`, en: `${definition.label.en} ${at.en}` }
}

function saidOf(key: string, definition: FactDefinition): Slot['said'] {
  return remembered((value) => {
    if (!isValueOf(definition, value))
      throw new TypeError(`${key} was supplied as ${JSON.stringify(value)}, which is not a ${definition.type}`)
    return words.sayValue(definition, value)
  })
}

export function useSlot(
  fact: string,
  at: Moment | undefined,
  to: Compilation,
  path: readonly PropertyKey[],
): Slot | null {
  const definition = to.dictionary.get(fact)
  if (!definition) {
    to.problems.push(itemAt(path, { zh: `没有“${fact}”这个事实`, en: `there is no fact ${fact}` }))
    return null
  }
  const key = slotOf(fact, at)
  const slot: Slot = to.slots.get(key) ?? {
    key,
    fact,
    ...(at ? { at } : {}),
    definition,
    label: labelOf(definition, at),
    said: saidOf(key, definition),
  }
  to.slots.set(key, slot)
  return slot
}

/** Writes down what is wrong at a place of the document; the part that it concerns is left out. */
export function faultAt(to: Compilation, path: readonly PropertyKey[], zh: string, en: string): null {
  to.problems.push(itemAt(path, { zh, en }))
  return null
}
