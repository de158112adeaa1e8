import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import { FEN_LIMIT, fenScaler, type Rational } from '../../values/public.ts'
import { compareScalars, type Facts, type FactScalar, isRatio, isValueOf, type Ratio } from '../facts/facts.ts'
import {
  type Axis,
  type Money,
  type Rate,
  type Rows,
  type Share,
  type ShareOf,
  type Step,
  stepsOf,
  type StepKind,
  STEP_KINDS,
  type Table,
} from '../packs/amount.ts'
import type { SchemePack } from '../packs/pack.ts'
import { compilePart, type Node, slotsRead, verdictUnder } from './conditions.ts'
import { checkBands, checkRows } from './lookups.ts'
import { remembered } from './remembered.ts'
import { isSentence, tracedParameter, usedParameter } from './parameters.ts'
import { type Compilation, faultAt, readSlot, type Slot, traceRead, useSlot } from './slots.ts'
import type { AmountStep, TraceParameter } from './trace.ts'
import * as words from './words.ts'

/** A step made ready: when it is taken, what it reads, and how it moves what the steps before have come to. */
export type CompiledStep = {
  readonly step: Step
  readonly kind: StepKind
  /** Taken while true; absent where it always is. */
  readonly when?: Node
  readonly slots: readonly Slot[]
  readonly parameters: readonly TraceParameter[]
  readonly placeholder: boolean
  /** What the step itself comes to, in whole fen, by the facts that it reads. */
  readonly own: (facts: Facts) => number
  readonly moves: Moves
  /** What the sum of the steps before becomes, where it is scaled. */
  readonly scaled?: (running: number) => number
  /** How it was reckoned, in words; a plain rate of a table needs none. */
  readonly how?: (facts: Facts, running: number, own: number) => Sentence
  /** Why it cannot say. */
  readonly gap: (facts: Facts) => Sentence
  /** Values of each axis that a table has a rate for. */
  readonly axes?: readonly { readonly slot: Slot; readonly values: readonly FactScalar[] }[]
}

type Taken =
  | { readonly kind: 'steps'; readonly steps: readonly AmountStep[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'gap'; readonly step: Step; readonly sentence: Sentence }

/** How what a step comes to moves what the steps before have come to. */
type Moves = 'added' | 'atLeast' | 'atMost' | 'subtract' | 'scaled'

/** What a step comes to where there is nothing to reckon with. */
export const NO_AMOUNT = Number.NaN

/** An amount of money made ready. */
type Amounts = {
  readonly own: (facts: Facts) => number
  readonly slots: readonly Slot[]
  readonly parameters: readonly TraceParameter[]
  readonly placeholder: boolean
  /** How it was reckoned, where it is not just what is written, or a fact. */
  readonly how?: (facts: Facts) => Sentence
  /** Why there is none. */
  readonly gap?: (facts: Facts) => Sentence
  readonly axes?: CompiledStep['axes']
}

export function compileSteps(
  pack: SchemePack,
  to: Compilation,
  skipping: (id: string) => readonly Node[],
): CompiledStep[] {
  const single = pack.amount.steps === undefined
  checkOrder(stepsOf(pack.amount), to)
  return stepsOf(pack.amount).flatMap((step, index) => {
    const path = single ? ['amount'] : ['amount', 'steps', index]
    const kind = STEP_KINDS.find((each) => step[each] !== undefined)!
    const moving = compileMove(step, kind, to, single ? path : [...path, kind])
    const when = step.when ? compilePart(step.when, to, [...path, 'when']) : undefined
    if (!moving || when === null) return []
    const skipped = skipping(step.id).map((node): Node => ({ kind: 'not', parts: [node] }))
    const parts = [...(when ? [when] : []), ...skipped]
    const [only] = parts
    const taken: Node | undefined = parts.length > 1 ? { kind: 'all', parts } : only
    const placeholder = step.placeholder === true || pack.clauses[step.cite]?.placeholder === true || moving.placeholder
    return [{ ...moving, step, kind, placeholder, ...(taken ? { when: taken } : {}) }]
  })
}

/** What is taken off comes last: a value after it would no longer be what was received before. */
function checkOrder(steps: readonly Step[], to: Compilation): void {
  const first = steps.findIndex((step) => step.subtract !== undefined)
  steps.forEach((step, index) => {
    if (first >= 0 && index > first && step.subtract === undefined)
      faultAt(to, ['amount', 'steps', index], '扣减之后不能再有其他步骤', 'nothing but subtract follows a subtract')
  })
}

/** Every fact that a step rests on. */
export function slotsOfStep({ when, slots }: CompiledStep): readonly Slot[] {
  return when ? [...slots, ...slotsRead(when)] : slots
}

/** Every step in its order, each with what it came to; or what is missing, or that there is no rate. */
export function takeSteps(steps: readonly CompiledStep[], facts: Facts): Taken {
  const taken: AmountStep[] = []
  let running = 0
  let open = false
  for (const each of steps) {
    const verdict = each.when ? verdictUnder(each.when, facts) : 'true'
    if (verdict === 'false') {
      taken.push({ ...told(each, facts, 0, words.NOT_TAKEN), read: NOTHING_READ, skipped: true })
      continue
    }
    if (verdict === 'unknown' || each.slots.some((slot) => readSlot(facts, slot).state === 'unknown')) {
      open = true
      continue
    }
    const own = each.own(facts)
    const fen = movedBy(each, running, own)
    if (Number.isNaN(fen)) return { kind: 'gap', step: each.step, sentence: each.gap(facts) }
    if (running + fen >= LIMIT) throw tooLarge(each.step)
    taken.push(told(each, facts, fen, each.how?.(facts, running, own)))
    running += fen
  }
  return open ? { kind: 'unknown' } : { kind: 'steps', steps: taken }
}

const LIMIT = Number(FEN_LIMIT)
const NOTHING_READ: AmountStep['read'] = []

function told(each: CompiledStep, facts: Facts, fen: number, how: Sentence | undefined): AmountStep {
  const { step, kind, slots, parameters, placeholder } = each
  const { id, label, cite } = step
  const stage = kind === 'subtract' ? ('subtracted' as const) : ('value' as const)
  const read = slots.length === 0 ? NOTHING_READ : slots.map((slot) => traceRead(facts, slot))
  const told: { -readonly [Key in keyof AmountStep]: AmountStep[Key] } = how
    ? { id, stage, label, read, fen: BigInt(fen), cite, placeholder, how }
    : { id, stage, label, read, fen: BigInt(fen), cite, placeholder }
  if (parameters.length > 0) told.parameters = parameters
  return told
}

export function tooLarge({ label, id }: Step): Problem {
  return new Problem(
    'not-acceptable',
    {
      zh: `计算到“${label.zh}”时金额超出上限,请核对所依据的课时、费用等数据`,
      en: `The amount is beyond any limit at “${label.en}”: check the hours or costs it rests on`,
    },
    { code: 'amount-too-large', items: [{ at: id, sentence: label }] },
  )
}

/** By how much a step moves what the steps before have come to. */
export function movedBy(
  { moves, scaled }: Pick<CompiledStep, 'moves' | 'scaled'>,
  running: number,
  own: number,
): number {
  if (moves === 'added') return own
  if (moves === 'atMost') return own >= running ? 0 : own - running
  // What was never received takes nothing off.
  if (moves === 'subtract') return own >= running ? 0 - running : own > 0 ? 0 - own : 0
  if (moves === 'atLeast') return own <= running ? 0 : own - running
  return scaled!(running) - running
}

type Moving = Omit<CompiledStep, 'step' | 'kind' | 'when'>

function compileMove(step: Step, kind: StepKind, to: Compilation, path: readonly PropertyKey[]): Moving | null {
  switch (kind) {
    case 'table':
      return added(compileTable(step.table!, to, path))
    case 'rate':
      return added(compileRate(step.rate!, to, path))
    case 'share':
      return added(compileShare(step.share!, to, path))
    case 'fixed':
      return added(compileMoney(step.fixed!, to, path))
    case 'uplift':
    case 'times':
      return compileScaling(kind, step[kind]!, to, path)
    case 'round': {
      const rounded = fenScaler(ONE, step.round!)
      const how = () => words.sayRounding(step.round!)
      return { ...OF_THE_SUM, parameters: [], placeholder: false, scaled: rounded, how }
    }
    case 'atLeast':
    case 'atMost':
    case 'subtract': {
      const money = compileMoney(step[kind]!, to, path)
      if (!money) return null
      const { how, gap = NOTHING } = money
      const say = SAID[kind]
      const said: Moving['how'] = (facts, _, own) =>
        say(how ? words.sayReckoned(how(facts), yuan(own)) : yuan(own || 0))
      return { ...money, moves: kind, gap, how: said }
    }
  }
}

/** A step that adds what it comes to by itself. */
function added(money: Amounts | null): Moving | null {
  if (!money) return null
  const { how, gap = NOTHING, ...rest } = money
  return { ...rest, moves: 'added', gap, ...(how ? { how: (facts: Facts) => how(facts) } : {}) }
}

const ONE: Rational = { numerator: 1n, denominator: 1n }

const yuan = remembered((fen) => words.sayYuan(BigInt(fen as number)))

const NOTHING = () => words.NO_AMOUNT

/** A step that reads nothing but what the steps before have come to. */
const OF_THE_SUM = { slots: [], own: () => 0, moves: 'scaled', gap: NOTHING } as const

const SAID: Record<'atLeast' | 'atMost' | 'subtract', (sum: Sentence) => Sentence> = {
  atLeast: words.sayAtLeast,
  atMost: words.sayAtMost,
  subtract: words.sayReceived,
}

/** An amount that is written, a fact or a parameter; or reckoned from these. */
function compileMoney(money: Money, to: Compilation, path: readonly PropertyKey[]): Amounts | null {
  if (typeof money === 'bigint') {
    const fen = Number(money)
    return { own: () => fen, slots: [], parameters: [], placeholder: false }
  }
  if ('fact' in money) {
    const slot = useSlot(money.fact, money.at, to, path)
    if (!slot) return null
    if (slot.definition.type !== 'money')
      return faultAt(to, path, `“${slot.fact}”不是金额`, `${slot.fact} is no amount of money`)
    const own = (facts: Facts) => {
      const value = readSlot(facts, slot)
      return value.state === 'known' ? (value.value as number) : NO_AMOUNT
    }
    return { own, slots: [slot], parameters: [], placeholder: false }
  }
  if ('table' in money) return compileTable(money.table, to, [...path, 'table'])
  if ('rate' in money) return compileRate(money.rate, to, [...path, 'rate'])
  if ('share' in money) return compileShare(money.share, to, [...path, 'share'])
  const found = to.resolve(money.parameter)
  if (isSentence(found)) return faultAt(to, path, found.zh, found.en)
  const { value } = found
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || BigInt(value) >= FEN_LIMIT)
    return faultAt(to, path, `参数“${found.name}”不是金额(分)`, `${found.name} is no amount in fen`)
  const parameter = usedParameter(found, yuan(value))
  to.parametersUsed.set(parameter.name, parameter)
  return {
    own: () => value,
    slots: [],
    parameters: [tracedParameter(parameter)],
    placeholder: found.own?.placeholder ?? false,
  }
}

function compileRate(
  { fen: each, per, above, upTo }: Rate,
  to: Compilation,
  path: readonly PropertyKey[],
): Amounts | null {
  const money = compileMoney(each, to, [...path, 'fen'])
  const slot = useSlot(per.fact, per.at, to, path)
  const [least, most] = [unitsOf(above, to, [...path, 'above']), unitsOf(upTo, to, [...path, 'upTo'])]
  if (!money || !slot || least === null || most === null) return null
  if (slot.definition.type !== 'integer')
    return faultAt(to, path, `“${slot.fact}”不是整数,不能按它计价`, `${slot.fact} is no whole number to be priced by`)
  const { count: from = 0 } = least
  const { count: upper } = most
  if (upper !== undefined && upper <= from)
    return faultAt(
      to,
      [...path, 'upTo'],
      `${upper} 不大于 ${from},这一段里什么也没有`,
      `${upper} is not above ${from}: nothing lies between`,
    )
  const countOf = (facts: Facts) => {
    const count = readSlot(facts, slot)
    if (count.state !== 'known' || (count.value as number) < 0) return NO_AMOUNT
    return Math.max(0, Math.min(count.value as number, upper ?? Number.POSITIVE_INFINITY) - from)
  }
  const isTier = above !== undefined || upTo !== undefined
  return {
    ...money,
    slots: [...money.slots, slot],
    parameters: [...money.parameters, ...least.parameters, ...most.parameters],
    own: (facts) => money.own(facts) * countOf(facts),
    how: (facts) => {
      const product = words.sayProduct(yuan(money.own(facts)), words.sayValue(slot.definition, countOf(facts)))
      return isTier ? words.sayBeside(product, words.sayTier(slot.label, from, upper)) : product
    },
  }
}

function unitsOf(units: Rate['above'], to: Compilation, path: readonly PropertyKey[]) {
  if (units === undefined) return { parameters: [] }
  if (typeof units === 'number') return { count: units, parameters: [] }
  const found = to.resolve(units.parameter)
  if (isSentence(found)) return faultAt(to, path, found.zh, found.en)
  const { value } = found
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    return faultAt(to, path, `参数“${found.name}”不是正整数`, `${found.name} is not a positive whole number`)
  const parameter = usedParameter(found, { zh: String(value), en: String(value) })
  to.parametersUsed.set(parameter.name, parameter)
  return { count: value, parameters: [tracedParameter(parameter)] }
}

function compileShare({ of, ratio, round }: ShareOf, to: Compilation, path: readonly PropertyKey[]): Amounts | null {
  const money = compileMoney(of, to, [...path, 'of'])
  const share = compileRatio(ratio, to, path)
  if (!money || !share) return null
  const scaled = fenScaler(share.by, round)
  const { how } = money
  return {
    ...money,
    parameters: [...money.parameters, ...share.parameters],
    placeholder: money.placeholder || share.placeholder,
    own: (facts) => {
      const fen = money.own(facts)
      return Number.isNaN(fen) ? NO_AMOUNT : scaled(fen)
    },
    how: (facts) => {
      const sum = yuan(money.own(facts))
      return words.sayShare(how ? words.sayReckoned(how(facts), sum) : sum, share.words)
    },
  }
}

/** What the steps before have come to, raised by a share of it or reduced to one. */
function compileScaling(
  kind: 'uplift' | 'times',
  { ratio, round }: NonNullable<Step['uplift']>,
  to: Compilation,
  path: readonly PropertyKey[],
): Moving | null {
  const share = compileRatio(ratio, to, path)
  if (!share) return null
  const scaled = fenScaler(share.by, round)
  return {
    ...OF_THE_SUM,
    parameters: share.parameters,
    placeholder: share.placeholder,
    scaled: (running) => (kind === 'uplift' ? running + scaled(running) : scaled(running)),
    how: (_, running) => words.sayShare(yuan(running), share.words),
  }
}

function compileRatio(share: Share, to: Compilation, path: readonly PropertyKey[]) {
  const by = ({ numerator, denominator }: Ratio): Rational => ({
    numerator: BigInt(numerator),
    denominator: BigInt(denominator),
  })
  if (isRatio(share)) return { by: by(share), words: words.sayPercent(share), parameters: [], placeholder: false }
  const found = to.resolve(share.parameter)
  if (isSentence(found)) return faultAt(to, path, found.zh, found.en)
  if (!isRatio(found.value)) return faultAt(to, path, `参数“${found.name}”不是比例`, `${found.name} is no share`)
  const said = words.sayPercent(found.value)
  const parameter = usedParameter(found, said)
  to.parametersUsed.set(parameter.name, parameter)
  return {
    by: by(found.value),
    words: said,
    parameters: [tracedParameter(parameter)],
    placeholder: found.own?.placeholder ?? false,
  }
}

function compileTable(table: Table, to: Compilation, path: readonly PropertyKey[]): Amounts | null {
  if ('rows' in table) return tableOf(table.axes, table.rows, to, path)
  const found = to.resolve(table.parameter)
  if (isSentence(found)) return faultAt(to, path, found.zh, found.en)
  const { value, own } = found
  const held = value as { axes: Axis[]; rows: Rows | undefined } | null
  if (!own || typeof held !== 'object' || !held?.rows)
    return faultAt(to, path, `参数“${found.name}”不是标准表`, `${found.name} is no table of rates`)
  const parameter = usedParameter(found, own.label)
  to.parametersUsed.set(parameter.name, parameter)
  const compiled = tableOf(held.axes, held.rows, to, ['parameters', found.name])
  return compiled && { ...compiled, parameters: [tracedParameter(parameter)], placeholder: own.placeholder }
}

type AxisOf = {
  readonly slot: Slot
  readonly bands?: readonly (number | string)[]
  /** The place of each value that a row names. */
  readonly places: Map<FactScalar, number>
}

function tableOf(axes: readonly Axis[], rows: Rows, to: Compilation, at: readonly PropertyKey[]): Amounts | null {
  const ready = axes.map((axis, index) => compileAxis(axis, rows, index, to, [...at, 'axes', index]))
  checkRows(rows, axes.length, { to, at, isCell: (axis, cell) => !ready[axis] || isCell(ready[axis], cell) })
  if (ready.includes(null)) return null
  const found = ready as AxisOf[]
  const slots = found.map(({ slot }) => slot)
  return {
    slots,
    parameters: [],
    placeholder: false,
    axes: found.map(({ slot, places }) => ({ slot, values: [...places.keys()] })),
    own: rateOf(found, rows),
    gap: (facts) => words.sayNoRate(slots.map((slot) => traceRead(facts, slot).words)),
  }
}

/** Above so many combinations of an axis' values each only the rows that are written are kept. */
const DENSE = 2 ** 20

/** The rate for the facts: one array over all combinations of the axes' values. */
function rateOf(axes: readonly AxisOf[], rows: Rows): (facts: Facts) => number {
  const cells = axes.reduce((product, { places }) => product * places.size, 1)
  const dense = cells <= DENSE ? new Float64Array(cells).fill(NO_AMOUNT) : undefined
  const sparse = new Map<number, number>()
  for (const row of rows) {
    const cell = axes.reduce((sum, { places }, axis) => sum * places.size + places.get(row.at[axis]!)!, 0)
    if (dense) dense[cell] = Number(row.fen)
    else sparse.set(cell, Number(row.fen))
  }
  return (facts) => {
    let cell = 0
    for (const axis of axes) {
      const place = axis.places.get(cellOf(axis, facts))
      if (place === undefined) return NO_AMOUNT
      cell = cell * axis.places.size + place
    }
    return (dense ? dense[cell] : sparse.get(cell)) ?? NO_AMOUNT
  }
}

function compileAxis(
  axis: Axis,
  rows: Rows,
  index: number,
  to: Compilation,
  path: readonly PropertyKey[],
): AxisOf | null {
  const [fact, at] = typeof axis === 'string' ? [axis, undefined] : [axis.fact, axis.at]
  const slot = useSlot(fact, at, to, path)
  if (!slot) return null
  const named = [...new Set(rows.flatMap((row) => row.at[index] ?? []))]
  const places = new Map(named.map((value, place): [FactScalar, number] => [value, place]))
  const bands = typeof axis === 'string' ? undefined : axis.bands
  if (!bands) return { slot, places }
  if (!checkBands(slot, bands, to, path)) return null
  return { slot, bands, places }
}

function isCell({ slot, bands }: AxisOf, value: FactScalar): boolean {
  return bands ? bands.includes(value as number) : isValueOf(slot.definition, value)
}

/** What stands in a row for a fact: its value, or the beginning of its band. Nothing stands for what there is none of. */
function cellOf({ slot, bands }: AxisOf, facts: Facts): FactScalar {
  const value = readSlot(facts, slot)
  if (value.state !== 'known') return ''
  if (!bands) return value.value
  return bands.findLast((band) => compareScalars(slot.definition.type, band, value.value) <= 0) ?? ''
}
