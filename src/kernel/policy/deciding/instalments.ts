import { addDays, addMonths, type CivilDate, civilDate } from '../../values/public.ts'
import type { Facts } from '../facts/facts.ts'
import { monthsOf } from '../packs/instalments.ts'
import type { ConditionPart } from '../packs/condition.ts'
import type { SchemePack } from '../packs/pack.ts'
import type { Missing, Test } from './comparisons.ts'
import { type Node, slotsRead } from './conditions.ts'
import type { Parts } from './decide.ts'
import { sayDue, sayNotOfThese, sayOutOfTerm } from './instalment-words.ts'
import { textOf } from './limits.ts'
import { isSentence, tracedParameter, usedParameter } from './parameters.ts'
import { type Compilation, faultAt, readSlot, type Slot, traceRead, useSlot } from './slots.ts'
import type { Named, TraceInstalment, TraceNode, TraceParameter, Verdict } from './trace.ts'
import { sayUnknown } from './words.ts'

/** The condition that a pack's instalments are: which one it is, within its own time. */
export const INSTALMENTS = 'instalments'
export const INSTALMENT_NUMBER = 'instalment.number'

/** The instalments of a pack made ready. */
export type CompiledInstalments = {
  readonly condition: Named
  readonly test: Test
  readonly count: number
  readonly months: number
  readonly keep: readonly string[]
  /** A condition as the first instalment reads it and, where it is kept, as a later one does on its own day. */
  readonly read: (id: string, first: Node, due: () => Node | null) => Node
  /** The days on which they are due, and the day on which the last one's time is over; none where the first is not known. */
  readonly dues: (facts: Facts) => { readonly dues: readonly CivilDate[]; readonly end: CivilDate } | null
  readonly trace: (facts: Facts) => TraceInstalment | undefined
}

export function compileInstalments(pack: SchemePack, to: Compilation): CompiledInstalments | undefined {
  const written = pack.instalments
  if (!written) return undefined
  const { label, cite, keep } = written
  const months = monthsOf(written.every)
  const first = useSlot(written.first.fact, written.first.at, to, [INSTALMENTS, 'first'])
  const number = useSlot(INSTALMENT_NUMBER, undefined, to, [INSTALMENTS])
  const claimed = useSlot('claim.on', undefined, to, [INSTALMENTS])
  if (first && first.definition.type !== 'date')
    faultAt(to, [INSTALMENTS, 'first'], `“${first.fact}”不是日期`, `${first.fact} is no date`)
  const counted = countOf(written.count, to)
  const named = [...pack.conditions, ...(pack.limits ?? [])]
  keep.forEach((id, index) => {
    if (!named.some((each) => each.id === id))
      faultAt(to, [INSTALMENTS, 'keep', index], `没有条件或限制“${id}”`, `there is no condition or limit ${id}`)
    if (keep.indexOf(id) < index) faultAt(to, [INSTALMENTS, 'keep', index], `“${id}”写了两次`, `${id} is named twice`)
  })
  if (!first || !number || !claimed || !counted) return undefined
  const { count, parameters } = counted
  const dues: CompiledInstalments['dues'] = (facts) => {
    const day = textOf(facts, first)
    if (day === null) return null
    const due = (at: number) => addMonths(civilDate(day), months * at)
    return { dues: Array.from({ length: count }, (_, at) => due(at)), end: due(count) }
  }
  const numberIn = (facts: Facts) => {
    const value = readSlot(facts, number)
    return value.state === 'known' ? (value.value as number) : null
  }
  const later: Test = {
    kind: 'test',
    key: JSON.stringify(['later-instalment']),
    slots: [number],
    verdict: (facts) => {
      const at = readSlot(facts, number)
      if (at.state === 'unknown') return 'unknown'
      return at.state === 'known' && (at.value as number) > 1 ? 'true' : 'false'
    },
    trace: (facts) => ({ ...plain([number], facts), verdict: later.verdict(facts) }),
    wishes: () => [],
  }
  const kept = new Set(keep)
  const test = termTest({ first, number, claimed, parameters, count, dues, numberIn })
  return {
    condition: { id: INSTALMENTS, label, cite },
    test,
    count,
    months,
    keep,
    read: (id, first, due) => {
      if (!kept.has(id)) return { kind: 'settled', parts: [later, first] }
      const again = due()
      return again ? { kind: 'kept', parts: [later, first, again] } : first
    },
    dues,
    trace(facts) {
      const at = dues(facts)
      const nth = numberIn(facts)
      if (!at || nth === null) return undefined
      const names = keep.flatMap((id) => named.find((each) => each.id === id)?.label ?? [])
      return { label, cite, number: nth, count, dues: at.dues, end: at.end, keep: names }
    },
  }
}

/** The same asked on the day that an instalment is due: of a fact at another moment, of the fact on that day. */
export function onTheDay<T extends ConditionPart>(part: T): T {
  const inner = (parts: ConditionPart[] | undefined) => parts && parts.map(onTheDay)
  const { at, all, any, not } = part
  return {
    ...part,
    ...(at ? { at: 'due' as const } : {}),
    ...(all ? { all: inner(all) } : {}),
    ...(any ? { any: inner(any) } : {}),
    ...(not ? { not: onTheDay(not) } : {}),
  }
}

/** Whether a condition reads a fact at a moment of its own. */
export function readsAtMoment({ at, all = [], any = [], not }: ConditionPart): boolean {
  return at !== undefined || [...all, ...any, ...(not ? [not] : [])].some(readsAtMoment)
}

/** What a later instalment reads again: the facts of the conditions and limits that are kept, as it reads them. */
export function rereadSlots({ parts }: { readonly parts: Pick<Parts, 'required' | 'instalments'> }): readonly Slot[] {
  const kept = parts.required.filter(({ condition }) => parts.instalments?.keep.includes(condition.id))
  return kept.flatMap(({ node }) => slotsRead(node.kind === 'kept' ? node.parts[2]! : node))
}

function plain(slots: readonly Slot[], facts: Facts): Omit<TraceNode, 'verdict'> {
  const read = slots.map((slot) => traceRead(facts, slot))
  const sentence = {
    zh: read.map(({ words }) => words.zh).join('、'),
    en: read.map(({ words }) => words.en).join(', '),
  }
  return { kind: 'test', sentence, read, parameters: [], parts: [] }
}

function countOf(count: number | { parameter: string }, to: Compilation) {
  const parameters: TraceParameter[] = []
  if (typeof count === 'number') return { count, parameters }
  const found = to.resolve(count.parameter)
  const at = [INSTALMENTS, 'count']
  if (isSentence(found)) return faultAt(to, at, found.zh, found.en)
  const { value } = found
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 2 || value > 120)
    return faultAt(to, at, `参数“${found.name}”不是 2 至 120 的整数`, `${found.name} is no whole number from 2 to 120`)
  const parameter = usedParameter(found, { zh: `${value} 期`, en: String(value) })
  to.parametersUsed.set(parameter.name, parameter)
  return { count: value, parameters: [tracedParameter(parameter)] }
}

type Term = {
  readonly first: Slot
  readonly number: Slot
  readonly claimed: Slot
  readonly parameters: readonly TraceParameter[]
  readonly count: number
  readonly dues: CompiledInstalments['dues']
  readonly numberIn: (facts: Facts) => number | null
}

/** A later instalment is given from its own day until the next one's: a pause moves no date. */
function termTest({ first, number, claimed, parameters, count, dues, numberIn }: Term): Test {
  const slots = [first, number, claimed]
  const look = (facts: Facts): { verdict: Verdict; missing?: Slot; sentence: { zh: string; en: string } } => {
    const nth = numberIn(facts)
    const at = dues(facts)
    const open = (slot: Slot) => {
      const value = readSlot(facts, slot)
      const why = value.state === 'unknown' ? value.why : { zh: '无此项', en: 'there is none' }
      const verdict: Verdict = value.state === 'unknown' ? 'unknown' : 'false'
      return { verdict, missing: slot, sentence: sayUnknown(slot.label, why) }
    }
    if (nth === null) return open(number)
    if (nth < 1 || nth > count) return { verdict: 'false', sentence: sayNotOfThese(nth, count) }
    if (!at) return open(first)
    const [from, until] = [at.dues[nth - 1]!, at.dues[nth] ?? at.end]
    if (nth === 1) return { verdict: 'true', sentence: sayDue(nth, at.dues) }
    const on = textOf(facts, claimed)
    if (on === null) return open(claimed)
    if (on >= from && on < until) return { verdict: 'true', sentence: sayDue(nth, at.dues) }
    return { verdict: 'false', sentence: sayOutOfTerm(nth, from, addDays(until, -1), on) }
  }
  return {
    kind: 'test',
    key: JSON.stringify([INSTALMENTS]),
    slots,
    verdict: (facts) => look(facts).verdict,
    trace: (facts) => {
      const { verdict, sentence } = look(facts)
      const read = slots.map((slot) => traceRead(facts, slot))
      return { kind: 'test', verdict, sentence, read, parameters, parts: [] }
    },
    wishes: () => [],
    missing: (facts): Missing[] => {
      const { verdict, missing } = look(facts)
      const value = missing && readSlot(facts, missing)
      return verdict === 'unknown' && missing && value?.state === 'unknown' ? [{ slot: missing, why: value.why }] : []
    },
  }
}
