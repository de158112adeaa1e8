import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import { itemAt } from '../packs/document-problems.ts'
import {
  type FactDefinition,
  type FactDictionary,
  type Facts,
  type FactValue,
  isValueOf,
  type Moment,
  slotOf,
} from '../facts/facts.ts'
import type { ParameterResolver, UsedParameter } from './parameters.ts'
import type { TraceRead } from './trace.ts'
import * as words from './words.ts'

/** A fact at a moment: what a program asks of the facts. */
export type Slot = {
  readonly key: string
  readonly fact: string
  readonly at?: Moment
  readonly definition: FactDefinition
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

/** What a slot holds. Whatever was not given is unknown; a value of the wrong type is the supplier's defect. */
export function readSlot(facts: Facts, slot: Slot): FactValue {
  const given = facts[slot.key]
  if (given === undefined) return { state: 'unknown', why: words.NOT_RECORDED, source: '', asOf: '' }
  if (given.state === 'known' && !isValueOf(slot.definition, given.value)) {
    throw new TypeError(
      `${slot.key} was supplied as ${JSON.stringify(given.value)}, which is not a ${slot.definition.type}`,
    )
  }
  return given
}

export function traceRead(facts: Facts, slot: Slot): TraceRead {
  const value = readSlot(facts, slot)
  const said =
    value.state === 'known'
      ? words.sayValue(slot.definition, value.value)
      : value.state === 'unknown'
        ? value.why
        : { zh: '无此项', en: 'none' }
  return { ...value, fact: slot.fact, ...(slot.at ? { at: slot.at } : {}), label: labelOf(slot), words: said }
}

export function labelOf(slot: Slot): Sentence {
  if (!slot.at) return slot.definition.label
  const at = words.MOMENT_WORDS[slot.at]
  return { zh: `${at.zh}的${slot.definition.label.zh}`, en: `${slot.definition.label.en} ${at.en}` }
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
  const slot: Slot = to.slots.get(key) ?? { key, fact, ...(at ? { at } : {}), definition }
  to.slots.set(key, slot)
  return slot
}

/** Writes down what is wrong at a place of the document; the part that it concerns is left out. */
export function faultAt(to: Compilation, path: readonly PropertyKey[], zh: string, en: string): null {
  to.problems.push(itemAt(path, { zh, en }))
  return null
}
