import type { Sentence } from '../../../../../platform/contract/public.ts'
import { compactText, plainText, isCivilDate } from '../../../../values/public.ts'
import { sayPercent, sayValue, sayYuan } from '../../../deciding/words.ts'
import type { FactDefinition, FactDictionary } from '../../../facts/facts.ts'
import { isRatio, type Ratio } from '../../../facts/facts.ts'
import { OPERATORS } from '../../../packs/condition.ts'
import { readAmount, wrongWith } from '../grid/amount-cells.ts'

/** What a value of a scheme is: told by where it is used, since a document only holds a number or a text. */
export type ValueKind = {
  readonly kind: 'money' | 'ratio' | 'integer' | 'date' | 'text' | 'boolean' | 'choice'
  readonly fact?: FactDefinition
  readonly unit?: Sentence
}

const MONEY_KEYS = new Set(['fixed', 'atLeast', 'atMost', 'subtract', 'fen', 'of', 'sum'])
const COUNT_KEYS = new Set(['count', 'instalments', 'months', 'days', 'years'])

/** The kind of a value by its name; undefined where nothing in the document uses it and it does not show by itself. */
export function kindOfParameter(document: unknown, name: string, dictionary: FactDictionary): ValueKind | undefined {
  return usesOf(document, name, dictionary)[0]
}

function usesOf(held: unknown, name: string, dictionary: FactDictionary, key = '', fact?: string): ValueKind[] {
  if (Array.isArray(held)) return held.flatMap((each) => usesOf(each, name, dictionary, key, fact))
  if (typeof held !== 'object' || held === null) return []
  if ('parameter' in held && held.parameter === name) return kindAt(key, fact, dictionary)
  const own = 'fact' in held && typeof held.fact === 'string' ? held.fact : undefined
  return Object.entries(held).flatMap(([member, value]) => {
    const isOperand = (OPERATORS as readonly string[]).includes(member)
    const below = isOperand ? (own ?? fact) : own === undefined ? fact : undefined
    return usesOf(value, name, dictionary, key === 'instalments' && member === 'count' ? 'instalments' : member, below)
  })
}

function kindAt(key: string, fact: string | undefined, dictionary: FactDictionary): ValueKind[] {
  if (COUNT_KEYS.has(key)) return [{ kind: 'integer', unit: UNITS_OF[key]! }]
  if (key === 'ratio') return [{ kind: 'ratio' }]
  const definition = fact === undefined ? undefined : dictionary.get(fact)
  if (definition) return [kindOfFact(definition)]
  return MONEY_KEYS.has(key) ? [{ kind: 'money' }] : []
}

const UNITS_OF: Record<string, Sentence> = {
  count: { zh: '次', en: 'times' },
  instalments: { zh: '期', en: 'instalments' },
  months: { zh: '个月', en: 'months' },
  days: { zh: '天', en: 'days' },
  years: { zh: '年', en: 'years' },
}

export function kindOfFact(definition: FactDefinition): ValueKind {
  const { type, unit } = definition
  if (type === 'money' || type === 'ratio' || type === 'date' || type === 'boolean')
    return { kind: type, fact: definition }
  if (type === 'integer') return { kind: 'integer', fact: definition, ...(unit ? { unit } : {}) }
  return { kind: type === 'code' || type === 'level' ? 'choice' : 'text', fact: definition }
}

/** The kind that a value shows by itself. */
export function kindOfValue(value: unknown): ValueKind {
  if (typeof value === 'boolean') return { kind: 'boolean' }
  if (typeof value === 'number') return { kind: 'integer' }
  if (isRatio(value)) return { kind: 'ratio' }
  return { kind: typeof value === 'string' && isCivilDate(value) ? 'date' : 'text' }
}

/** 50%、1/2、0.8 as an exact share. */
export function readRatio(text: string): Ratio | undefined {
  const typed = compactText(text)
  const parts = /^(\d{1,9})[/:](\d{1,9})$/.exec(typed)
  if (parts) return Number(parts[2]) > 0 ? { numerator: Number(parts[1]), denominator: Number(parts[2]) } : undefined
  const percent = /^(\d{1,6})(?:\.(\d{1,4}))?(%?)$/.exec(typed)
  if (!percent) return undefined
  const [, whole = '', decimals = '', sign] = percent
  if (sign === '' && decimals === '' && Number(whole) > 1) return undefined
  const numerator = Number(`${whole}${decimals}`)
  return lowest(numerator, 10 ** decimals.length * (sign === '%' ? 100 : 1))
}

function lowest(numerator: number, denominator: number): Ratio {
  let [a, b] = [numerator, denominator]
  while (b > 0) [a, b] = [b, a % b]
  return { numerator: numerator / (a || 1), denominator: denominator / (a || 1) }
}

/** Whatever a document holds, as a text. */
export function textOf(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The text of a value in its field. */
export function valueText(value: unknown, kind: ValueKind): string {
  if (kind.kind === 'money' && typeof value === 'number') return sayYuan(BigInt(value)).zh.replace(/ 元$/, '')
  if (isRatio(value)) {
    const percent = sayPercent(value).zh
    return percent.includes('约') ? `${value.numerator}/${value.denominator}` : percent
  }
  return textOf(value)
}

/** What a field comes to hold: the value, or the text itself where it is none of its kind. */
export function valueFrom(text: string, { kind }: ValueKind): unknown {
  const typed = compactText(text)
  if (kind === 'money') {
    const read = readAmount(text)
    return read.ok ? read.value : text
  }
  if (kind === 'integer')
    return /^-?\d{1,15}$/.test(typed.replaceAll(',', '')) ? Number(typed.replaceAll(',', '')) : text
  if (kind === 'ratio') return readRatio(text) ?? text
  return plainText(text)
}

/** What is wrong with a value of a kind; undefined where nothing is. */
export function wrongValue(value: unknown, { kind, fact }: ValueKind): Sentence | undefined {
  const text = textOf(value)
  if (value === '' || value === undefined) return { zh: '还没有填', en: 'there is nothing here yet' }
  if (kind === 'money') return wrongWith(typeof value === 'number' ? value : text)
  if (kind === 'integer' && !Number.isSafeInteger(value))
    return { zh: `“${text}”不是整数`, en: `“${text}” is no whole number` }
  if (kind === 'ratio' && !isRatio(value))
    return { zh: `“${text}”不是比例,应写成 50% 或 1/2`, en: `“${text}” is no share: write it like 50% or 1/2` }
  if (kind === 'date' && !(typeof value === 'string' && isCivilDate(value)))
    return { zh: `“${text}”不是日期,应写成 2022-01-01`, en: `“${text}” is no date: write it like 2022-01-01` }
  if (kind === 'choice' && fact?.codes && !Object.hasOwn(fact.codes, textOf(value)))
    return { zh: `“${text}”不在可选范围内,请改选`, en: `“${text}” is none of the choices: choose another` }
  return undefined
}

/** A value in words. */
export function sayHeld(value: unknown, kind: ValueKind): Sentence {
  if (wrongValue(value, kind)) return { zh: textOf(value), en: textOf(value) }
  if (kind.kind === 'money') return sayYuan(BigInt(value as number))
  if (isRatio(value)) return sayPercent(value)
  if (kind.fact) return sayValue(kind.fact, value as string | number | boolean)
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const { unit } = kind
  return unit
    ? { zh: `${textOf(value)} ${unit.zh}`, en: `${textOf(value)} ${unit.en}` }
    : { zh: textOf(value), en: textOf(value) }
}
