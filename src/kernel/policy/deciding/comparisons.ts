import type { Sentence } from '../../../platform/contract/public.ts'
import { addDays, addMonths, type CalendarYearUnknown, type CivilDate } from '../../values/public.ts'
import { compareScalars, type FactScalar, type Facts, type FactValue, isOrdered, isValueOf } from '../facts/facts.ts'
import { type ConditionPart, OPERATORS, type Operand, type Operator, SPANS, type Within } from '../packs/condition.ts'
import { lastWorkingDay } from './calendar.ts'
import { compileLookup, isLookup, type Lookup } from './lookups.ts'
import { isSentence, type ResolvedParameter, tracedParameter, usedParameter } from './parameters.ts'
import { remembered } from './remembered.ts'
import { type Compilation, faultAt, knownRead, readSlot, type Slot, traceRead, useSlot } from './slots.ts'
import type { Named, TraceCondition, TraceNode, TraceParameter, TraceRead, Verdict } from './trace.ts'
import * as words from './words.ts'

/** The smallest thing that is true, false or unknown. Two tests with one key always have one verdict. */
export type Test = {
  readonly kind: 'test'
  readonly key: string
  readonly slots: readonly Slot[]
  /** Every fact that its verdict rests on, where these are more than it tells of. */
  readonly reads?: readonly Slot[]
  readonly verdict: (facts: Facts) => Verdict
  /** What it says; of a condition that is nothing but this test, by the condition's name where it can say so at once. */
  readonly trace: (facts: Facts, of?: Named) => TraceNode | TraceCondition
  /** Values which, given to a slot of the test alone, may make it come out as wanted; not all there are. */
  readonly wishes: (facts: Facts, wanted: boolean) => readonly Wish[]
  /** What an unknown verdict waits for, where a fact may be given and still not say enough; else its unknown facts. */
  readonly missing?: (facts: Facts) => readonly Missing[]
  /** What its facts are worth supposing to be, besides. */
  readonly named?: readonly Wish[]
}

export type Missing = { readonly slot: Slot; readonly why: Sentence }

export type Wish = { readonly slot: Slot; readonly value: FactScalar }

type Side =
  | { readonly value: FactScalar; readonly words: Sentence; readonly parameter?: TraceParameter }
  | { readonly slot: Slot }
  | Looked

/** A value that a table has for somebody. */
type Looked = { readonly lookup: Lookup; readonly words: Sentence; readonly parameter: TraceParameter }

/** So many days, working days, months or years after a date. */
type Length = { readonly span: (typeof SPANS)[number]; readonly excluded: boolean } & (
  | { readonly count: number; readonly parameter?: TraceParameter }
  | Looked
)

type TestTerms = {
  readonly operator: Operator
  readonly slot: Slot
  readonly sides: readonly Side[]
  readonly length?: Length
  /** A list by its name, where the sides come from one. */
  readonly list?: { readonly label: Sentence; readonly parameter: TraceParameter }
  readonly failed: Sentence | undefined
}

export function compileTest(part: ConditionPart, to: Compilation, path: readonly PropertyKey[]): Test | null {
  const operator = OPERATORS.find((name) => part[name] !== undefined) as Operator
  const slot = useSlot(part.fact as string, part.at, to, [...path, 'fact'])
  if (!slot) return null
  const at = [...path, operator]
  const { type } = slot.definition
  if (operator === 'within' && type !== 'date')
    return faultAt(to, at, `“${slot.fact}”不是日期,不能用 within`, `${slot.fact} is no date: within says nothing`)
  if ((operator === 'atLeast' || operator === 'atMost' || operator === 'between') && !isOrdered(type))
    return faultAt(
      to,
      at,
      `“${slot.fact}”没有大小先后,不能用 ${operator}`,
      `${slot.fact} has no order: ${operator} says nothing`,
    )
  const { failed } = part
  if (operator === 'oneOf' && part.oneOf && !Array.isArray(part.oneOf)) {
    const list = compileList(part.oneOf.parameter, slot, to, at)
    return list && testOf({ operator, slot, sides: list.sides, list: list.list, failed })
  }
  const operands = operandsOf(part, operator)
  const sides = operands.map((operand) => compileSide(operand, slot, to, at))
  const length = part.within ? compileLength(part.within, to, at) : undefined
  if (sides.includes(null) || length === null) return null
  return testOf({ operator, slot, sides: sides as Side[], ...(length ? { length } : {}), failed })
}

function operandsOf(part: ConditionPart, operator: Operator): readonly Operand[] {
  if (operator === 'known') return []
  if (operator === 'within') return [(part.within as Within).of]
  const right = part[operator]
  return operator === 'oneOf' || operator === 'between' ? (right as Operand[]) : [right as Operand]
}

function resolved(name: string, to: Compilation, path: readonly PropertyKey[]): ResolvedParameter | null {
  const found = to.resolve(name)
  return isSentence(found) ? faultAt(to, path, found.zh, found.en) : found
}

function used(found: ResolvedParameter, said: Sentence, to: Compilation): TraceParameter {
  const parameter = usedParameter(found, said)
  to.parametersUsed.set(parameter.name, parameter)
  return tracedParameter(parameter)
}

function compileSide(operand: Operand, slot: Slot, to: Compilation, path: readonly PropertyKey[]): Side | null {
  if (typeof operand === 'object' && 'fact' in operand) {
    const other = useSlot(operand.fact, operand.at, to, path)
    if (other && other.definition.type !== slot.definition.type)
      return faultAt(
        to,
        path,
        `“${slot.fact}”与“${other.fact}”类型不同,不能比较`,
        `${slot.fact} and ${other.fact} are of different types`,
      )
    return other && { slot: other }
  }
  const found =
    typeof operand === 'object' && 'parameter' in operand ? resolved(operand.parameter, to, path) : undefined
  if (found === null) return null
  if (found && isLookup(found)) {
    const isValue = (value: FactScalar) => isValueOf(slot.definition, value)
    return compileLooked(found, isValue, to, path, `“${slot.fact}”`, slot.fact)
  }
  const value = found ? found.value : operand
  const said = sayChecked(value, slot, to, path)
  if (!said) return null
  if (!found) return { value: value as FactScalar, words: said }
  return { value: value as FactScalar, words: said, parameter: used(found, said, to) }
}

/** A table in the place of a value: all that it has must be values that may stand there. */
function compileLooked(
  found: ResolvedParameter,
  fits: (value: FactScalar) => boolean,
  to: Compilation,
  path: readonly PropertyKey[],
  zh: string,
  en: string,
): Looked | null {
  const lookup = compileLookup(found, to, path)
  const wrong = lookup?.values.find((value) => !fits(value))
  if (wrong !== undefined) {
    const said = `${found.name}: ${JSON.stringify(wrong)}`
    return faultAt(to, path, `${said} 不是${zh}可以取的值`, `${said} is not a value of ${en}`)
  }
  const label = found.own?.label ?? { zh: found.name, en: found.name }
  return lookup && { lookup, words: { zh: `“${label.zh}”`, en: label.en }, parameter: used(found, label, to) }
}

function sayChecked(value: unknown, slot: Slot, to: Compilation, path: readonly PropertyKey[]): Sentence | null {
  if (isValueOf(slot.definition, value as FactScalar)) return words.sayValue(slot.definition, value as FactScalar, true)
  const said = JSON.stringify(value)
  return faultAt(to, path, `${said} 不是“${slot.fact}”可以取的值`, `${said} is not a value of ${slot.fact}`)
}

function compileList(name: string, slot: Slot, to: Compilation, path: readonly PropertyKey[]) {
  const found = resolved(name, to, path)
  if (!found) return null
  if (!Array.isArray(found.value)) return faultAt(to, path, `参数“${name}”不是一个列表`, `${name} is not a list`)
  const sides = found.value.map((value: unknown) => {
    const said = sayChecked(value, slot, to, path)
    return said && { value: value as FactScalar, words: said }
  })
  if (sides.includes(null)) return null
  const label = found.own?.label ?? { zh: name, en: name }
  return { sides: sides as Side[], list: { label, parameter: used(found, label, to) } }
}

function compileLength(within: Within, to: Compilation, path: readonly PropertyKey[]): Length | null {
  const span = SPANS.find((each) => within[each] !== undefined)!
  const written = within[span]!
  const excluded = within.lastDay === 'excluded'
  if (typeof written === 'number') return { span, excluded, count: written }
  const found = resolved(written.parameter, to, path)
  if (!found) return null
  if (isLookup(found)) {
    const isCount = (value: FactScalar) => Number.isSafeInteger(value) && (value as number) >= 1
    const looked = compileLooked(found, isCount, to, path, '期限', 'a span')
    return looked && { span, excluded, ...looked }
  }
  const { value } = found
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    return faultAt(to, path, `参数“${found.name}”不是正整数`, `${found.name} is not a positive whole number`)
  return { span, excluded, count: value, parameter: used(found, words.sayLength(span, value), to) }
}

/** The last day of a span: the same day so many months later, or so many days later; or why nobody can say. */
function endOf(from: CivilDate, { span, excluded }: Length, count: number): CivilDate | CalendarYearUnknown {
  if (span === 'workingDays') {
    const last = lastWorkingDay(from, count)
    return excluded && typeof last === 'string' ? addDays(last, -1) : last
  }
  const last = span === 'days' ? addDays(from, count) : addMonths(from, span === 'years' ? count * 12 : count)
  return excluded ? addDays(last, -1) : last
}

/** What a test is held against: the values of its sides and, where it has a span, the last day of that. */
type Against = { readonly others: readonly FactScalar[]; readonly last?: CivilDate }

function holds({ operator, slot }: TestTerms, value: FactScalar, { others, last }: Against): boolean {
  const against = (index: number) => compareScalars(slot.definition.type, value, others[index] as FactScalar)
  switch (operator) {
    case 'known':
      return true
    case 'is':
    case 'oneOf':
      return others.some((_, index) => against(index) === 0)
    case 'atLeast':
      return against(0) >= 0
    case 'atMost':
      return against(0) <= 0
    case 'between':
      return against(0) >= 0 && against(1) <= 0
    case 'within':
      return against(0) >= 0 && (value as string) <= last!
  }
}

/** What a test says of a value of its one fact. */
type Seen = { readonly verdict: Verdict; readonly sentence: Sentence; readonly said: Sentence }

/** What a test is held against, and why it cannot be where a table has no value or a calendar no year. */
function againstIn(terms: TestTerms, facts: Facts): Against | { readonly open: true; readonly missing?: Missing } {
  const { slot, sides, length } = terms
  const look = ({ lookup }: Looked) => {
    const found = lookup.find(facts)
    if (typeof found === 'object') return found
    return { missing: found === 'none' ? { slot: lookup.slots.at(-1)!, why: lookup.none(facts) } : undefined }
  }
  const others: FactScalar[] = []
  for (const side of sides) {
    const held = 'lookup' in side ? look(side) : 'slot' in side ? knownIn(facts, side.slot) : side
    if (!('value' in held)) return { open: true, ...(held.missing ? { missing: held.missing } : {}) }
    others.push(held.value)
  }
  if (!length) return { others }
  const count = 'lookup' in length ? look(length) : { value: length.count }
  if (!('value' in count)) return { open: true, ...(count.missing ? { missing: count.missing } : {}) }
  const last = endOf(others[0] as CivilDate, length, count.value as number)
  return typeof last === 'string' ? { others, last } : { open: true, missing: { slot, why: last.sentence } }
}

/** A fact that is compared; who asks has looked that it is known. */
function knownIn(facts: Facts, slot: Slot): { value: FactScalar } {
  return readSlot(facts, slot) as FactValue & { state: 'known' }
}

function lookupsIn({ sides, length }: TestTerms): Lookup[] {
  return [...sides, ...(length ? [length] : [])].flatMap((each) => ('lookup' in each ? [each.lookup] : []))
}

function testOf(terms: TestTerms): Test {
  const { operator, slot, sides, length, list } = terms
  const compared = [slot, ...sides.flatMap((side) => ('slot' in side ? [side.slot] : []))]
  const lookups = lookupsIn(terms)
  const slots = [...new Set([...compared, ...lookups.flatMap((lookup) => lookup.slots)])]
  const valueOf = (facts: Facts, each: Slot) => knownIn(facts, each).value
  const isOpen = (facts: Facts) => compared.some((each) => readSlot(facts, each).state !== 'known')
  const verdictOf = (facts: Facts): Verdict => {
    const read = compared.map((each) => readSlot(facts, each))
    if (read.some((value) => value.state === 'notApplicable')) return 'false'
    if (read.some((value) => value.state === 'unknown')) return 'unknown'
    const against = againstIn(terms, facts)
    if ('open' in against) return 'unknown'
    return holds(terms, valueOf(facts, slot), against) ? 'true' : 'false'
  }
  const wishes = (facts: Facts, wanted: boolean): Wish[] => {
    const isKnown = sides.every((side) => !('slot' in side) || readSlot(facts, side.slot).state === 'known')
    const against = isKnown ? againstIn(terms, facts) : undefined
    return against && !('open' in against) ? valuesFor(terms, against, wanted).map((value) => ({ slot, value })) : []
  }
  const missing = (facts: Facts): Missing[] => {
    const unknown = slots.flatMap((each) => {
      const value = readSlot(facts, each)
      return value.state === 'unknown' ? [{ slot: each, why: value.why }] : []
    })
    const against = isOpen(facts) ? undefined : againstIn(terms, facts)
    return against && 'open' in against && against.missing ? [against.missing] : unknown
  }
  const waits = lookups.length > 0 || length?.span === 'workingDays'
  const right = sides.map((side) =>
    'slot' in side ? side.slot.key : 'lookup' in side ? side.parameter.name : side.value,
  )
  const span = length && { ...length, lookup: undefined }
  const parameters = parametersOf(terms)
  const traced = (facts: Facts): TraceNode => traceTest(terms, slots, parameters, facts, verdictOf(facts))
  const common = {
    kind: 'test' as const,
    key: JSON.stringify([slot.key, operator, list ? list.parameter.name : right, span ?? null]),
    slots,
    wishes,
    ...(waits ? { missing, named: lookups.flatMap((lookup) => lookup.named) } : {}),
  }
  if (slots.length > 1) return { ...common, verdict: verdictOf, trace: traced }
  // Of one fact the same is said of the same value, whoever's it is.
  const required = requiredOf(terms, operandsIn(terms, {}), {})
  const seen = remembered((value): Seen => {
    const { verdict, sentence, read } = traced({ [slot.key]: { state: 'known', value, source: '', asOf: '' } })
    return { verdict, sentence, said: read[0]!.words }
  })
  return {
    ...common,
    verdict: (facts) => {
      const given = facts[slot.key]
      return given?.state === 'known' ? seen(given.value).verdict : verdictOf(facts)
    },
    trace: (facts, of) => {
      const given = facts[slot.key]
      if (given?.state !== 'known') return traced(facts)
      const { verdict, sentence, said } = seen(given.value)
      const read = [knownRead(slot, given, said)]
      const parts = NO_PARTS
      if (!of) return { kind: 'test', verdict, sentence, read, parameters, parts, required }
      const { id, label, cite } = of
      return { id, label, cite, kind: 'test', verdict, sentence, read, parameters, parts, required }
    },
  }
}

const NO_PARTS: readonly TraceNode[] = []

/** Values on the wanted side of the test, nearest first. */
function valuesFor({ operator, slot }: TestTerms, { others, last }: Against, wanted: boolean): FactScalar[] {
  const [first, second] = others
  if (wanted) return operator === 'known' ? [] : operator === 'within' ? [last!] : [...others]
  const { type, codes } = slot.definition
  if (type === 'boolean') return [!(first as boolean)]
  if (codes && (operator === 'is' || operator === 'oneOf'))
    return Object.keys(codes).filter((code) => !others.includes(code))
  const beside = (value: FactScalar | undefined, by: -1 | 1): FactScalar[] => {
    if (typeof value === 'number' && value + by >= 0) return [value + by]
    if (type === 'date' && typeof value === 'string') return [addDays(value as CivilDate, by)]
    return []
  }
  if (operator === 'atLeast' || operator === 'is') return beside(first, -1)
  if (operator === 'atMost') return beside(first, 1)
  if (operator === 'within') return beside(last, 1)
  return operator === 'between' ? [...beside(first, -1), ...beside(second, 1)] : []
}

function parametersOf({ sides, length, list }: TestTerms): readonly TraceParameter[] {
  return [
    ...sides.flatMap((side) => ('parameter' in side && side.parameter ? [side.parameter] : [])),
    ...(list ? [list.parameter] : []),
    ...(length?.parameter ? [length.parameter] : []),
  ]
}

function operandsIn({ slot, sides }: TestTerms, facts: Facts): Sentence[] {
  return sides.map((side) => {
    if ('lookup' in side) {
      const found = side.lookup.find(facts)
      return typeof found === 'object' ? words.sayValue(slot.definition, found.value, true) : side.words
    }
    if (!('slot' in side)) return side.words
    const other = traceRead(facts, side.slot)
    return { zh: `${other.label.zh}(${other.words.zh})`, en: `${other.label.en} (${other.words.en})` }
  })
}

/** How long a span is; of one that a table has, for whom it is asked, else the table's name. */
function lengthSaid(length: Length, facts: Facts): Sentence {
  if (!('lookup' in length)) return words.sayLength(length.span, length.count)
  const found = length.lookup.find(facts)
  return typeof found === 'object' ? words.sayLength(length.span, found.value as number) : length.words
}

function requiredOf(
  { operator, slot, length, list }: TestTerms,
  operands: readonly Sentence[],
  facts: Facts,
): Sentence {
  if (list) return words.sayListed(list.label)
  if (length) {
    const within = words.sayWithin(operands[0]!, lengthSaid(length, facts))
    return length.excluded ? words.sayWithoutLastDay(within) : within
  }
  return words.sayRequired(operator, slot.definition, operands)
}

function traceTest(
  terms: TestTerms,
  slots: readonly Slot[],
  parameters: readonly TraceParameter[],
  facts: Facts,
  verdict: Verdict,
): TraceNode {
  const { operator, failed } = terms
  const read = slots.map((each) => traceRead(facts, each))
  const own = read[0] as TraceRead
  const required = requiredOf(terms, operandsIn(terms, facts), facts)
  const has = words.sayHas(own.label, own.words)
  const missing =
    (verdict === 'false' ? read.find((each) => each.state === 'notApplicable') : undefined) ??
    (verdict === 'true' ? undefined : read.find((each) => each.state === 'unknown'))
  let sentence = words.sayMet(has, required)
  if (verdict === 'false') sentence = words.sayNotMet(has, required)
  if (missing?.state === 'notApplicable') sentence = words.sayNone(missing.label, missing.why)
  if (missing?.state === 'unknown') sentence = words.sayUnknown(missing.label, missing.why)
  if (verdict === 'unknown' && missing?.state !== 'unknown') {
    const against = againstIn(terms, facts)
    if ('open' in against && against.missing) sentence = words.sayUnknown(own.label, against.missing.why)
  }
  const idle = verdict === 'false' && missing !== undefined && operator !== 'known'
  if (verdict === 'false' && failed && !idle) sentence = failed
  return { kind: 'test', verdict, sentence, read, parameters, parts: NO_PARTS, required, ...(idle ? { idle } : {}) }
}
