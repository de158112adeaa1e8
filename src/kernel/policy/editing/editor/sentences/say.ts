import type { Sentence } from '../../../../../platform/contract/public.ts'
import * as said from '../../../deciding/words.ts'
import { type FactDefinition, type FactDictionary, isRatio, isValueOf, type Moment } from '../../../facts/facts.ts'
import { type ConditionPart, type Operand, OPERATORS, SPANS, type Within } from '../../../packs/condition.ts'
import { withOwnFacts } from '../../../packs/own-facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { isParameterName, PARAMETERS } from '../../../parameters/parameter-shapes.ts'
import type { FamilyNames } from '../family-names.ts'

export type Speaking = {
  readonly document: PackDocument
  readonly dictionary: FactDictionary
  /** What the county calls its families of subsidies. */
  readonly families?: FamilyNames
}

/** The dictionary, with the facts that the scheme declares itself. */
export const factsOf = ({ document, dictionary }: Speaking): FactDictionary => withOwnFacts(dictionary, document.facts)

const AND: Sentence = { zh: ',并且', en: ', and ' }
const OR: Sentence = { zh: ',或者', en: ', or ' }

/** A condition as a sentence: 个人出勤率不低于“最低出勤率”. Parts of parts stand in brackets. */
export function sayPart(part: ConditionPart, speaking: Speaking, isInner = false): Sentence {
  const joined = (parts: readonly ConditionPart[], by: Sentence): Sentence => {
    const each = parts.map((one) => sayPart(one, speaking, true))
    const whole = { zh: each.map(({ zh }) => zh).join(by.zh), en: each.map(({ en }) => en).join(by.en) }
    return isInner && parts.length > 1 ? { zh: `(${whole.zh})`, en: `(${whole.en})` } : whole
  }
  if (part.all) return joined(part.all, AND)
  if (part.any) return joined(part.any, OR)
  if (part.not) {
    const inner = sayPart(part.not, speaking, true)
    return { zh: `不属于:${inner.zh}`, en: `not: ${inner.en}` }
  }
  return sayTest(part, speaking)
}

function sayTest(part: ConditionPart, speaking: Speaking): Sentence {
  const operator = OPERATORS.find((each) => part[each] !== undefined)
  const dictionary = factsOf(speaking)
  const label = sayFact(part.fact ?? '', part.at, dictionary)
  const definition = dictionary.get(part.fact ?? '')
  if (!operator || !definition) return { zh: `${label.zh}…`, en: `${label.en} …` }
  if (operator === 'within') {
    const required = sayWithin(part.within as Within, definition, speaking)
    return { zh: `${label.zh}${required.zh}`, en: `${label.en} ${required.en}` }
  }
  const list =
    part.oneOf && !Array.isArray(part.oneOf) ? said.sayListed(sayParameter(part.oneOf.parameter, speaking)) : undefined
  const required =
    list ??
    said.sayRequired(
      operator,
      definition,
      operandsOf(part).map((each) => sayOperand(each, definition, speaking)),
    )
  const verb = operator === 'is' || operator === 'oneOf' || operator === 'known' ? ' is ' : ' '
  return { zh: `${label.zh}${required.zh}`, en: `${label.en}${verb}${required.en}` }
}

/** What stands on the right-hand side of a comparison. */
function operandsOf(part: ConditionPart): readonly Operand[] {
  if (Array.isArray(part.oneOf)) return part.oneOf
  if (part.between) return part.between
  const one = part.is ?? part.atLeast ?? part.atMost
  return one === undefined ? [] : [one]
}

function sayWithin(within: Within, definition: FactDefinition, speaking: Speaking): Sentence {
  const span = SPANS.find((each) => within[each] !== undefined)
  const length = span === undefined ? undefined : within[span]
  const count =
    typeof length === 'object'
      ? sayParameter(length.parameter, speaking)
      : { zh: String(length ?? '?'), en: String(length ?? '?') }
  const unit = said.sayLength(span ?? 'months', 1)
  return said.sayWithin(sayOperand(within.of, definition, speaking), {
    zh: unit.zh.replace('1', count.zh),
    en: unit.en.replace('1', count.en),
  })
}

export function sayOperand(operand: Operand, definition: FactDefinition, speaking: Speaking): Sentence {
  if (typeof operand === 'object' && 'fact' in operand) return sayFact(operand.fact, operand.at, factsOf(speaking))
  if (typeof operand === 'object' && 'parameter' in operand) return quoted(sayParameter(operand.parameter, speaking))
  if (isRatio(operand)) return said.sayPercent(operand)
  if (isValueOf(definition, operand)) return said.sayValue(definition, operand, true)
  return { zh: String(operand), en: String(operand) }
}

const quoted = ({ zh, en }: Sentence): Sentence => ({ zh: `“${zh}”`, en: `“${en}”` })

/** A value by the words of the pack; one of the county's by what the county calls it. */
export function sayParameter(name: string, { document }: Speaking): Sentence {
  const own = document.parameters?.[name]?.label
  return own ?? (isParameterName(name) ? PARAMETERS[name].label : { zh: name, en: name })
}

/** A fact by its words, at its moment. */
export function sayFact(fact: string, at: Moment | undefined, dictionary: FactDictionary): Sentence {
  const label = dictionary.get(fact)?.label ?? { zh: fact || '?', en: fact || '?' }
  if (!at) return label
  const moment = said.MOMENT_WORDS[at]
  return { zh: `${moment.zh}的${label.zh}`, en: `${label.en} ${moment.en}` }
}
