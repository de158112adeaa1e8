import type { Sentence } from '../../../platform/contract/public.ts'
import { type History, isHistory } from '../limits/history.ts'
import { type Beside, isBeside } from '../stacking/beside.ts'
import { compareLevels, FEN_LIMIT, isCivilDate, isSkillLevel, type SkillLevel } from '../../values/public.ts'

/** A typed value about a subject, declared once in the dictionary, supplied by the room that owns the record. Money is whole fen. */
export type FactType =
  | 'boolean'
  | 'integer'
  | 'money'
  | 'ratio'
  | 'date'
  | 'text'
  | 'code'
  | 'level'
  | 'history'
  | 'beside'

/** The moments at which a fact may be read; a scheme version is chosen by one of them. */
export const MOMENTS = ['enrolment', 'training', 'certificate', 'claim', 'due'] as const
export type Moment = (typeof MOMENTS)[number]

/** An exact share of whole numbers (attended 9 of 20), never a floating-point number. */
export type Ratio = { readonly numerator: number; readonly denominator: number }

export type FactScalar = boolean | number | string | Ratio | History | Beside

export type FactDefinition = {
  readonly key: string
  readonly type: FactType
  readonly unit?: Sentence
  readonly label: Sentence
  /** The words of a code, or of `true` and `false`. A code that is not listed is not a value of the fact. */
  readonly codes?: Readonly<Record<string, Sentence>>
  /** The room (and feature) that supplies it. */
  readonly suppliedBy: string
  /** The same for people: the sheet, register or office it comes from. */
  readonly comesFrom: Sentence
  readonly personal: boolean
}

export type FactDictionary = ReadonlyMap<string, FactDefinition>

export function defineFact(definition: FactDefinition): FactDefinition {
  return definition
}

export function dictionaryOf(definitions: readonly FactDefinition[]): FactDictionary {
  const dictionary = new Map<string, FactDefinition>()
  for (const definition of definitions) {
    if (dictionary.has(definition.key)) throw new Error(`the fact ${definition.key} is declared twice`)
    dictionary.set(definition.key, definition)
  }
  return dictionary
}

/** Which record said so, and as of when (an instant or a civil date). */
export type Provenance = { readonly source: string; readonly asOf: string }

/** Unknown says why; not applicable says that there is no such thing (no certificate, so no number), which is knowledge. */
export type FactValue = Provenance &
  (
    | { readonly state: 'known'; readonly value: FactScalar }
    | { readonly state: 'unknown'; readonly why: Sentence }
    | { readonly state: 'notApplicable'; readonly why?: Sentence }
  )

/** What is known of one subject, by slot. A slot that is absent is unknown, never false. */
export type Facts = Readonly<Record<string, FactValue>>

/** The name under which a fact is given: the key, and the moment where the scheme asks for one (`person.group@training`). */
export function slotOf(fact: string, at?: Moment): string {
  return at === undefined ? fact : `${fact}@${at}`
}

export function known(value: FactScalar, from: Provenance): FactValue {
  return { state: 'known', value, ...from }
}

export function unknown(why: Sentence, from: Provenance): FactValue {
  return { state: 'unknown', why, ...from }
}

export function notApplicable(from: Provenance, why?: Sentence): FactValue {
  return { state: 'notApplicable', ...(why ? { why } : {}), ...from }
}

export function isRatio(value: unknown): value is Ratio {
  if (typeof value !== 'object' || value === null) return false
  const { numerator, denominator } = value as Partial<Ratio>
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && (denominator as number) > 0
}

/** Whether a value is one that the fact can have. */
export function isValueOf(definition: FactDefinition, value: FactScalar): boolean {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isSafeInteger(value)
    case 'money':
      return Number.isSafeInteger(value) && Number(value) >= 0 && BigInt(Number(value)) < FEN_LIMIT
    case 'ratio':
      return isRatio(value)
    case 'date':
      return typeof value === 'string' && isCivilDate(value)
    case 'text':
      return typeof value === 'string' && value !== ''
    case 'code':
      return typeof value === 'string' && (definition.codes === undefined || Object.hasOwn(definition.codes, value))
    case 'level':
      return typeof value === 'string' && isSkillLevel(value)
    case 'history':
      return isHistory(value)
    case 'beside':
      return isBeside(value)
  }
}

/** Types whose values have an order; for the others only sameness is asked. */
export function isOrdered(type: FactType): boolean {
  return type === 'integer' || type === 'money' || type === 'ratio' || type === 'date' || type === 'level'
}

/** Order of two values of one type: ratios by exact cross-multiplication, levels by rank (a senior technician is highest). */
export function compareScalars(type: FactType, a: FactScalar, b: FactScalar): number {
  if (type === 'ratio' && isRatio(a) && isRatio(b)) {
    const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }
  if (type === 'level') return compareLevels(a as SkillLevel, b as SkillLevel)
  return a < b ? -1 : a > b ? 1 : 0
}
