import { SKILL_LEVELS } from '../../../../values/public.ts'
import { type FactDefinition, isOrdered } from '../../../facts/facts.ts'
import type { ConditionPart, Operand, Operator, PackScalar } from '../../../packs/condition.ts'

/** How a part is put together: a test of one fact, or parts joined. */
export const SHAPES = ['test', 'all', 'any', 'not'] as const
export type Shape = (typeof SHAPES)[number]

export function shapeOf(part: ConditionPart): Shape {
  if (part.all) return 'all'
  if (part.any) return 'any'
  return part.not ? 'not' : 'test'
}

/** The comparisons that a fact's type knows. */
export function operatorsFor({ type }: FactDefinition): Operator[] {
  if (type === 'history') return ['known']
  if (type === 'boolean') return ['is', 'known']
  const ordered: Operator[] = isOrdered(type) ? ['atLeast', 'atMost', 'between'] : []
  const dated: Operator[] = type === 'date' ? ['within'] : []
  return ['is', 'oneOf', ...ordered, ...dated, 'known']
}

export function operatorOf(part: ConditionPart): Operator | undefined {
  return (['is', 'oneOf', 'atLeast', 'atMost', 'between', 'within', 'known'] as const).find(
    (each) => part[each] !== undefined,
  )
}

/** A value to begin with, of the fact's type. */
export function firstValue({ type, codes }: FactDefinition): PackScalar {
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'money') return 0
  if (type === 'ratio') return { numerator: 1, denominator: 2 }
  if (type === 'level') return SKILL_LEVELS[1]!
  return type === 'code' ? (Object.keys(codes ?? {})[0] ?? '') : ''
}

type Own = Pick<ConditionPart, 'failed'> & Record<string, unknown>

/** What a part says besides its test: its words, and as a condition its name, label and clause. */
function besides(part: ConditionPart): Own {
  const {
    fact: _f,
    at: _t,
    is: _i,
    oneOf: _o,
    atLeast: _l,
    atMost: _m,
    between: _b,
    within: _w,
    known: _k,
    all: _a,
    any: _y,
    not: _n,
    ...own
  } = part
  return own
}

/** A test of a fact; what was compared stays where it still can be. */
export function withFact(part: ConditionPart, fact: FactDefinition, former: FactDefinition | undefined): ConditionPart {
  const operators = operatorsFor(fact)
  const operator = operatorOf(part)
  const isSame = former?.type === fact.type && fact.type !== 'code'
  const at = part.at ? { at: part.at } : {}
  if (operator && isSame) return { ...part, fact: fact.key }
  const next = operator && operators.includes(operator) ? operator : operators[0]!
  return { ...besides(part), fact: fact.key, ...at, ...operandFor(next, fact, undefined) }
}

/** The same fact with another comparison: a value that both take is kept. */
export function withOperator(part: ConditionPart, operator: Operator, fact: FactDefinition): ConditionPart {
  const [kept] = Array.isArray(part.oneOf)
    ? part.oneOf
    : part.between
      ? part.between
      : [part.is ?? part.atLeast ?? part.atMost]
  const at = part.at ? { at: part.at } : {}
  return { ...besides(part), fact: fact.key, ...at, ...operandFor(operator, fact, kept) }
}

function operandFor(operator: Operator, fact: FactDefinition, kept: Operand | undefined): ConditionPart {
  const value: Operand = kept ?? firstValue(fact)
  switch (operator) {
    case 'known':
      return { known: true }
    case 'oneOf':
      return { oneOf: [isScalar(value) ? value : firstValue(fact)] }
    case 'between':
      return { between: [value, value] }
    case 'within':
      return {
        within: {
          of: typeof value === 'object' && 'fact' in value ? value : { fact: 'certificate.issuedOn' },
          months: 12,
        },
      }
    case 'is':
    case 'atLeast':
    case 'atMost':
      return { [operator]: value }
  }
}

function isScalar(operand: Operand): operand is PackScalar {
  return typeof operand !== 'object' || 'numerator' in operand
}

/** The same part put together otherwise: a test becomes the first of the joined, the first of the joined a test. */
export function withShape(part: ConditionPart, shape: Shape, fallback: FactDefinition): ConditionPart {
  const own = besides(part)
  const { failed: _, ...named } = own
  const inner = innerOf(part)
  const test: ConditionPart = inner[0] ?? newTest(fallback)
  if (shape === 'test') return { ...own, ...(shapeOf(test) === 'test' ? test : newTest(fallback)) }
  if (shape === 'not') return { ...named, not: inner.length > 1 ? { [shapeOf(part)]: inner } : test }
  return { ...named, [shape]: inner.length > 0 ? inner : [test] }
}

export function newTest(fact: FactDefinition): ConditionPart {
  return { fact: fact.key, ...operandFor(operatorsFor(fact)[0]!, fact, undefined) }
}

/** The parts of a joined part; of a test, itself without its name. */
function innerOf(part: ConditionPart): ConditionPart[] {
  if (part.all) return part.all
  if (part.any) return part.any
  if (part.not) return [part.not]
  const {
    id: _i,
    label: _l,
    cite: _c,
    ...test
  } = part as ConditionPart & { id?: unknown; label?: unknown; cite?: unknown }
  return test.fact ? [test] : []
}

/** A name nobody has yet: `condition3`. */
export function freshId(taken: readonly string[], stem: string): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`${stem}${number}`)) return `${stem}${number}`
}
