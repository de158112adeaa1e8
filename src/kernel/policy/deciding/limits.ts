import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  FEN_LIMIT,
  isCivilDate,
  type SkillLevel,
  yearOf,
} from '../../values/public.ts'
import type { Facts, FactScalar } from '../facts/facts.ts'
import { type HadBefore, type History, isHistory } from '../limits/history.ts'
import { isBeside } from '../stacking/beside.ts'
import {
  type CountedBy,
  findUnder,
  type Limit,
  type LimitFinding,
  type LimitRule,
  type LimitWindow,
  type Sameness,
  type Taking,
} from '../limits/limits.ts'
import type { Limit as WrittenLimit } from '../packs/limit.ts'
import type { SchemePack } from '../packs/pack.ts'
import { type CompiledStep, movedBy, slotsOfStep, takeSteps } from './amounts.ts'
import type { Missing, Test, Wish } from './comparisons.ts'
import { liftsOf, type Node, verdictUnder } from './conditions.ts'
import { sayFinding, sayHad, sayMost, sayTrimmed } from './limit-words.ts'
import { isSentence, tracedParameter, usedParameter } from './parameters.ts'
import { type Compilation, faultAt, readSlot, type Slot, traceRead, useSlot } from './slots.ts'
import type { AmountStep, TraceLimit, TraceNode, TraceParameter, TraceReceipt, Verdict } from './trace.ts'
import { sayUnknown } from './words.ts'

export const HISTORY = 'history.receipts'

/** The past that a limit is held against, by whom it counts. */
export const HISTORIES: Readonly<Record<CountedBy, string>> = {
  person: HISTORY,
  employer: 'history.ofEmployer',
  provider: 'history.ofProvider',
  studio: 'history.ofStudio',
  certificate: 'history.ofCertificate',
}

/** A limit made ready: what it finds in the facts, and the test that it is among the conditions. */
export type CompiledLimit = {
  readonly limit: Limit
  readonly test: Test
  readonly find: (facts: Facts) => LimitFinding | 'unknown'
  readonly slots: readonly Slot[]
  readonly cut?: Cut
}

/** What is taken off an amount after its steps: what a limit of a sum leaves, what was had for the same. */
export type Cut = {
  readonly moves: 'atMost' | 'subtract'
  readonly slots: readonly Slot[]
  /** What the sum is held against; what takes nothing off is endless, or nothing. */
  readonly own: (facts: Facts) => number
  readonly told: (facts: Facts) => Omit<AmountStep, 'fen' | 'stage' | 'placeholder'>
}

/** Something that has to hold and may take something off, under what is excepted from it. */
export type Cutting = { readonly node: Node; readonly of: { readonly cut?: Cut } }

type Ready = {
  readonly limit: Limit
  readonly parameters: readonly TraceParameter[]
  readonly on: Slot
  readonly history: Slot
} & {
  readonly same: Readonly<Partial<Record<Sameness, Slot>>>
  readonly steps: readonly CompiledStep[]
}

/** The limits of a pack as tests, after its amount: a limit of a sum looks at what it comes to. */
export function compileLimits(pack: SchemePack, to: Compilation, steps: readonly CompiledStep[]): CompiledLimit[] {
  return (pack.limits ?? []).flatMap((written, index) => {
    const ready = readyLimit(written, to, steps, ['limits', index])
    return ready ? [compiled(ready)] : []
  })
}

function readyLimit(
  written: WrittenLimit,
  to: Compilation,
  steps: readonly CompiledStep[],
  path: readonly PropertyKey[],
): Ready | null {
  checkFamilies(written, to, path)
  const parameters: TraceParameter[] = []
  const whole = (
    value: number | { parameter: string },
    said: (count: number) => { zh: string; en: string },
    at: PropertyKey[],
  ) => {
    if (typeof value === 'number') return value
    const found = to.resolve(value.parameter)
    if (isSentence(found)) return faultAt(to, [...path, ...at], found.zh, found.en)
    const count = found.value
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
      return faultAt(
        to,
        [...path, ...at],
        `参数“${found.name}”不是正整数`,
        `${found.name} is not a positive whole number`,
      )
    const parameter = usedParameter(found, said(count))
    to.parametersUsed.set(parameter.name, parameter)
    parameters.push(tracedParameter(parameter))
    return count
  }
  const window = windowOf(written, whole, to, path)
  const rule = ruleOf(written, whole)
  const on = useSlot(written.on?.fact ?? 'claim.on', written.on?.at, to, [...path, 'on'])
  if (on && on.definition.type !== 'date')
    return faultAt(to, [...path, 'on'], `“${on.fact}”不是日期`, `${on.fact} is no date`)
  const history = useSlot(HISTORIES[written.per ?? 'person'], undefined, to, path)
  const of = rule?.kind === 'once' ? rule.of : rule?.kind === 'noLower' ? (['occupation', 'level'] as const) : []
  const same = Object.fromEntries(of.map((each) => [each, useSlot(SAME_FACTS[each], undefined, to, path)]))
  if (!window || !rule || !on || !history || Object.values(same).includes(null)) return null
  const { id, label, cite, per = 'person', over, beyond = 'refuse', onUnknown = 'hold' } = written
  const limit: Limit = { id, label, cite, ...(per === 'person' ? {} : { per }), over, window, rule, beyond, onUnknown }
  return { limit, parameters, on, history, same, steps }
}

export const SAME_FACTS = {
  occupation: 'claim.occupation',
  level: 'claim.level',
  certificate: 'certificate.number',
} as const

export function checkFamilies(
  { over }: Pick<WrittenLimit, 'over'>,
  to: Compilation,
  path: readonly PropertyKey[],
): void {
  over.forEach((family, at) => {
    if (to.families && !to.families.has(family))
      faultAt(
        to,
        [...path, ...(path.includes('families') ? [] : ['over']), at],
        `没有任何政策属于“${family}”这一类补贴`,
        `no scheme belongs to the family ${family}`,
      )
  })
}

type ReadWhole = (
  value: number | { parameter: string },
  said: (count: number) => { zh: string; en: string },
  at: PropertyKey[],
) => number | null

function windowOf(
  { window = 'lifetime' }: WrittenLimit,
  whole: ReadWhole,
  to: Compilation,
  path: readonly PropertyKey[],
): LimitWindow | null {
  if (window === 'calendarYear' || window === 'lifetime') return { kind: window }
  if ('months' in window) {
    const months = whole(window.months, (count) => ({ zh: `${count} 个月`, en: `${count} months` }), [
      'window',
      'months',
    ])
    return months === null ? null : { kind: 'months', months }
  }
  const [from, last] = [civilDate(window.from), civilDate(window.to)]
  if (last < from)
    return faultAt(
      to,
      [...path, 'window'],
      `时间段止日 ${last} 早于起日 ${from}`,
      `the window ends ${last}, before it starts ${from}`,
    )
  return { kind: 'period', from, to: last }
}

function ruleOf(written: WrittenLimit, whole: ReadWhole): LimitRule | null {
  if (written.once) return { kind: 'once', of: written.once }
  if (written.noLowerLevel) return { kind: 'noLower' }
  if (written.count !== undefined) {
    const most = whole(written.count, (count) => ({ zh: `${count} 次`, en: `${count}` }), ['count'])
    return most === null ? null : { kind: 'count', most }
  }
  if (typeof written.sum === 'bigint') return { kind: 'sum', mostFen: written.sum }
  const fen = whole(written.sum!, (sum) => sayMost({ rule: { kind: 'sum', mostFen: BigInt(sum) } } as Limit), ['sum'])
  return fen === null || BigInt(fen) >= FEN_LIMIT ? null : { kind: 'sum', mostFen: BigInt(fen) }
}

function compiled(ready: Ready): CompiledLimit {
  const { limit, on, history, same, steps } = ready
  const slots = [history, on, ...Object.values(same)]
  const find = (facts: Facts) => finding(ready, facts)
  const verdict = (facts: Facts): Verdict => verdictOf(limit, find(facts))
  const test: Test = {
    kind: 'test',
    key: JSON.stringify(['limit', limit.id]),
    slots,
    ...(limit.rule.kind === 'sum' ? { reads: [...slots, ...steps.flatMap(slotsOfStep)] } : {}),
    verdict,
    trace: (facts) => traceLimit(ready, slots, facts, find(facts)),
    wishes: (facts, wanted) => (wanted ? wishes(ready, facts, find(facts)) : []),
    missing: (facts) => missing(ready, slots, facts, find(facts)),
  }
  return { limit, test, find, slots, ...(trims(limit) ? { cut: cutOf(limit, find, slots) } : {}) }
}

function cutOf(limit: Limit, find: CompiledLimit['find'], slots: readonly Slot[]): Cut {
  return {
    moves: 'atMost',
    slots,
    own: (facts) => {
      const found = find(facts)
      return found === 'unknown' || found.left === null ? Number.POSITIVE_INFINITY : Number(found.left)
    },
    told: (facts) => {
      const { id, label, cite } = limit
      const read = slots.slice(0, 1).map((slot) => summary(facts, slot))
      return { id, label, cite, read, how: sayTrimmed(limit, find(facts) as LimitFinding) }
    },
  }
}

/** A fact that is needed to look at all; null where there is no such thing. */
export function textOf(facts: Facts, slot: Slot | undefined): string | null {
  const value = slot && readSlot(facts, slot)
  return value?.state === 'known' && typeof value.value === 'string' ? value.value : null
}

function finding({ limit, on, history, same, steps }: Ready, facts: Facts): LimitFinding | 'unknown' {
  const read = [history, on, ...Object.values(same)].map((slot) => readSlot(facts, slot))
  if (read.some(({ state }) => state === 'unknown')) return 'unknown'
  const [past, day] = [read[0]!, textOf(facts, on)]
  const known: History = past.state === 'known' && isHistory(past.value) ? past.value : { receipts: [] }
  if (day === null) return { verdict: 'free', window: null, counted: [], unclear: [], gaps: [], left: null }
  const asOf = past.asOf.slice(0, 10)
  const taking: Taking = {
    on: civilDate(day),
    ...(isCivilDate(asOf) ? { asOf } : {}),
    occupation: textOf(facts, same.occupation),
    level: textOf(facts, same.level) as SkillLevel | null,
    certificate: textOf(facts, same.certificate),
  }
  if (limit.rule.kind !== 'sum') return findUnder(limit, known, taking)
  const taken = takeSteps(steps, facts)
  const amountFen = taken.kind === 'steps' ? taken.steps.reduce((sum, { fen }) => sum + fen, 0n) : 1n
  const found = findUnder(limit, known, taking, amountFen)
  // Whether it is enough cannot be said before the amount is known; that nothing is left can.
  return taken.kind === 'unknown' && found.verdict === 'free' && limit.beyond === 'refuse' ? 'unknown' : found
}

function thenOf(limit: Limit, found: LimitFinding): 'told' | 'noted' | undefined {
  if (limit.beyond === 'tell' && found.verdict !== 'free') return 'told'
  const isOpen = found.verdict === 'unclear' || found.verdict === 'not-known'
  return isOpen && limit.onUnknown === 'note' ? 'noted' : undefined
}

function verdictOf(limit: Limit, found: LimitFinding | 'unknown'): Verdict {
  if (found === 'unknown') return 'unknown'
  if (found.verdict === 'free' || thenOf(limit, found)) return 'true'
  return found.verdict === 'used' ? 'false' : 'unknown'
}

function traceLimit(
  { limit, parameters, history }: Ready,
  slots: readonly Slot[],
  facts: Facts,
  found: LimitFinding | 'unknown',
): TraceNode {
  const read = slots.map((slot) => (slot === history ? summary(facts, slot) : traceRead(facts, slot)))
  const required = sayMost(limit)
  const verdict = verdictOf(limit, found)
  const node = { kind: 'test' as const, verdict, read, parameters, parts: [], required }
  if (found === 'unknown') {
    const open = read.find(({ state }) => state === 'unknown')
    const why = open?.state === 'unknown' ? open.why : { zh: '', en: '' }
    const sentence = open ? sayUnknown(open.label, why) : { zh: '金额确定后才能核对', en: 'waits for the amount' }
    return { ...node, sentence }
  }
  const then = thenOf(limit, found)
  return { ...node, sentence: sayFinding(limit, found, then), limit: tracedLimit(limit, found, then) }
}

/** Of a whole past, or of what stands beside, the trace keeps how many; what counts is told one by one. */
export function summary(facts: Facts, slot: Slot): TraceNode['read'][number] {
  const { words: _, ...read } = traceRead(facts, slot)
  if (read.state !== 'known') return { ...read, words: read.state === 'unknown' ? read.why : { zh: '无', en: 'none' } }
  const { value } = read
  const count = isBeside(value) ? value.beside.length : (value as History).receipts.length
  return { ...read, value: count, words: slot.said(value) }
}

function tracedLimit(limit: Limit, found: LimitFinding, then: 'told' | 'noted' | undefined): TraceLimit {
  const { rule } = limit
  const left = found.left
  return {
    rule: rule.kind,
    found: found.verdict,
    ...(then ? { then } : {}),
    ...(found.window && limit.window.kind !== 'lifetime' ? { window: found.window } : {}),
    ...(rule.kind === 'count' ? { most: rule.most, ...(left === null ? {} : { left: Number(left) }) } : {}),
    ...(rule.kind === 'sum' ? { mostFen: rule.mostFen, ...(left === null ? {} : { leftFen: left }) } : {}),
    counted: [...found.counted, ...found.unclear].map(tracedReceipt),
    gaps: found.gaps,
  }
}

export function tracedReceipt(had: HadBefore): TraceReceipt {
  const { id, on, title, reference, fen, where } = had
  const words = sayHad(had)
  if (where === 'elsewhere') return { where, words }
  return {
    ...(id === undefined ? {} : { id }),
    on,
    ...(title ? { title } : {}),
    ...(reference === undefined ? {} : { reference }),
    amountFen: BigInt(fen),
    where,
    words,
  }
}

/** What is missing to say: facts not given, or of the past the times that nothing is known of. */
function missing(
  { limit, history }: Ready,
  slots: readonly Slot[],
  facts: Facts,
  found: LimitFinding | 'unknown',
): Missing[] {
  if (found === 'unknown')
    return slots.flatMap((slot) => {
      const value = readSlot(facts, slot)
      return value.state === 'unknown' ? [{ slot, why: value.why }] : []
    })
  return verdictOf(limit, found) === 'unknown' ? [{ slot: history, why: sayFinding(limit, found, undefined) }] : []
}

/** The first days on which so much would have left the window again. */
function wishes({ limit, on }: Ready, facts: Facts, found: LimitFinding | 'unknown'): Wish[] {
  const day = textOf(facts, on)
  if (found === 'unknown' || found.verdict !== 'used' || day === null) return []
  const days = daysAfter(limit.window, civilDate(day), found.counted)
  return days.map((value): Wish => ({ slot: on, value: value as FactScalar }))
}

function daysAfter(window: LimitWindow, on: CivilDate, counted: readonly HadBefore[]): CivilDate[] {
  switch (window.kind) {
    case 'calendarYear':
      return [civilDate(`${yearOf(on) + 1}-01-01`)]
    case 'period':
      return [addDays(window.to, 1)]
    case 'months':
      return [...new Set(counted.map((each) => addMonths(each.on.to, window.months)))]
        .filter((each) => each > on)
        .sort()
    case 'lifetime':
      return []
  }
}

/** Whether it takes off an amount what is not left, rather than refusing it. */
function trims({ rule, beyond }: Limit): boolean {
  return rule.kind === 'sum' && beyond === 'trim'
}

/** What is taken off an amount, each a step of its own that says why; what an exception lifts takes nothing. */
export function cutBy(all: readonly Cutting[], amountFen: bigint, facts: Facts): AmountStep[] {
  const steps: AmountStep[] = []
  let running = Number(amountFen)
  for (const { node, of } of all) {
    if (!of.cut || liftsOf(node).some((part) => verdictUnder(part, facts) === 'true')) continue
    const fen = movedBy(of.cut, running, of.cut.own(facts))
    if (fen === 0) continue
    running += fen
    steps.push({ ...of.cut.told(facts), stage: 'subtracted', fen: BigInt(fen), placeholder: false })
  }
  return steps
}
