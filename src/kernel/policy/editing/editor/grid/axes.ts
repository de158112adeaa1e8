import type { Sentence } from '../../../../../platform/contract/public.ts'
import {
  compactText,
  formatYuan,
  isSkillLevel,
  parseLevel,
  plainText,
  rankOf,
  SKILL_LEVELS,
} from '../../../../values/public.ts'
import { MOMENT_WORDS, sayValue } from '../../../deciding/words.ts'
import type { FactDefinition, FactDictionary, Moment } from '../../../facts/facts.ts'
import type { Axis } from '../../../packs/amount.ts'

export type Cell = string | number | boolean

/** An axis of a table as people read it. */
export type AxisHead = {
  readonly axis: Axis
  readonly definition: FactDefinition | undefined
  readonly label: Sentence
  /** The lowest value of each band, where the axis is in bands. */
  readonly bands: readonly (number | string)[] | undefined
}

export function headOf(axis: Axis, dictionary: FactDictionary): AxisHead {
  const fact = typeof axis === 'string' ? axis : axis.fact
  const at: Moment | undefined = typeof axis === 'string' ? undefined : axis.at
  const definition = dictionary.get(fact)
  const name = definition?.label ?? { zh: fact, en: fact }
  const label = at ? { zh: `${MOMENT_WORDS[at].zh}的${name.zh}`, en: `${name.en} ${MOMENT_WORDS[at].en}` } : name
  return { axis, definition, label, bands: typeof axis === 'string' ? undefined : axis.bands }
}

/** A value of an axis in words: a level by its name, a band by where it begins and ends. */
export function sayCell({ definition, bands }: AxisHead, cell: Cell): Sentence {
  const numbers = bands?.filter((band) => typeof band === 'number')
  if (numbers && typeof cell === 'number') return sayBand(definition, numbers, cell)
  if (bands && typeof cell === 'string') return { zh: `${cell} 起`, en: `from ${cell}` }
  if (!definition || !isOfAxis({ definition }, cell)) return { zh: String(cell), en: String(cell) }
  return sayValue(definition, cell)
}

function sayBand(definition: FactDefinition | undefined, bands: readonly number[], from: number): Sentence {
  const next = [...bands].sort((a, b) => a - b).find((band) => band > from)
  const isMoney = definition?.type === 'money'
  const said = (value: number) => (isMoney ? formatYuan(BigInt(value)).replace(/\.00$/, '') : String(value))
  const unit = isMoney ? { zh: '元', en: 'yuan' } : definition?.unit
  const [zh, en] = unit ? [` ${unit.zh}`, ` ${unit.en}`] : ['', '']
  if (next === undefined) return { zh: `${said(from)}${zh}以上`, en: `${said(from)}${en} and over` }
  return isMoney
    ? { zh: `${said(from)}${zh}至不足 ${said(next)}${zh}`, en: `${said(from)} to below ${said(next)}${en}` }
    : { zh: `${from}–${next - 1}${zh}`, en: `${from}–${next - 1}${en}` }
}

/** Whether the fact can have the value at all. */
export function isOfAxis({ definition }: Pick<AxisHead, 'definition'>, cell: Cell): boolean {
  if (!definition) return true
  const { type, codes } = definition
  if (type === 'level') return typeof cell === 'string' && isSkillLevel(cell)
  if (type === 'code') return typeof cell === 'string' && (codes === undefined || Object.hasOwn(codes, cell))
  if (type === 'boolean') return typeof cell === 'boolean'
  if (type === 'integer' || type === 'money') return Number.isSafeInteger(cell)
  return typeof cell === 'string'
}

/** The order in which people expect the values: levels from the lowest, codes as the dictionary has them, numbers upwards, texts as they come. */
export function inOrder({ definition }: AxisHead, cells: readonly Cell[]): Cell[] {
  const ranks = definition?.codes ? Object.keys(definition.codes) : []
  const rank = (cell: Cell): number => {
    if (typeof cell === 'number') return cell
    if (typeof cell === 'boolean') return cell ? 0 : 1
    if (definition?.type === 'level') return isSkillLevel(cell) ? rankOf(cell) : SKILL_LEVELS.length
    return ranks.length > 0 ? (ranks.indexOf(cell) + ranks.length + 1) % (ranks.length + 1) : 0
  }
  return [...cells].sort((a, b) => rank(a) - rank(b))
}

/** Every value that the axis may have, where there are only so many. */
export function valuesThereAre({ definition, bands }: AxisHead): readonly Cell[] | undefined {
  if (bands) return bands
  if (definition?.type === 'level') return SKILL_LEVELS
  if (definition?.type === 'boolean') return [true, false]
  return definition?.codes ? Object.keys(definition.codes) : undefined
}

/** Reads a head as a spreadsheet has it: a level as offices write it, a code by its words, the beginning of a band. */
export function readHead(head: AxisHead, text: string): Cell | undefined {
  const typed = plainText(text)
  if (typed === '') return undefined
  const there = valuesThereAre(head) ?? []
  const said = (cell: Cell) => sayCell(head, cell)
  const named = there.find((cell) =>
    [String(cell), said(cell).zh, said(cell).en].some((one) => compactText(one) === compactText(typed)),
  )
  if (named !== undefined) return named
  if (head.definition?.type === 'level') {
    const level = parseLevel(typed)
    return level.ok ? level.value : undefined
  }
  if (head.definition?.type === 'integer' || head.bands) {
    const number = /^(\d+)/.exec(compactText(typed).replaceAll(',', ''))
    const value = number ? Number(number[1]) : Number.NaN
    if (!Number.isSafeInteger(value)) return undefined
    return head.bands && !head.bands.includes(value) ? undefined : value
  }
  return there.length === 0 && head.definition?.type !== 'money' ? typed : undefined
}
