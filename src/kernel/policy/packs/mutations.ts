import { Problem } from '../../../platform/contract/public.ts'
import { compile, type CompileOptions } from '../deciding/compile.ts'
import { runCases } from './cases.ts'
import { addDays, civilDate } from '../../values/public.ts'
import { type ConditionPart, type Operand, OPERATORS, SPANS } from './condition.ts'
import { entriesOf, type PackParameter } from './pack-parameters.ts'
import { type PackDocument, readPack, WINDOW_SPANS } from './pack.ts'
import { STACKING_RULES } from './stacking.ts'

/** A pack with one clause broken, and what was broken. */
export type Mutation = { readonly name: string; readonly document: PackDocument }

/**
 * Every small way in which a pack can be written wrongly: a condition, an exception or a step left out, a threshold beside
 * itself, a member dropped from a list, a rate a fen higher. A case of the pack must notice each; one that none notices is
 * a clause without a case.
 */
export function mutationsOf(document: unknown): Mutation[] {
  return [...eachMutation(document)]
}

/** The same one after another, so that no more than one broken document is held at once. */
export function* eachMutation(document: unknown): Generator<Mutation> {
  readPack(document)
  const fresh = () => structuredClone(document as PackDocument)
  for (const index of placesIn(fresh()).keys()) {
    const broken = fresh()
    const { name, break: breakIt } = placesIn(broken)[index]!
    breakIt()
    yield { name, document: broken }
  }
}

/** The names of the cases that a broken pack no longer answers as they expect, or that name what it no longer has. */
export function redCases(document: PackDocument, options: CompileOptions): string[] {
  const pack = structuredClone(document)
  const red: string[] = []
  for (;;) {
    try {
      const failed = runCases(compile(pack, options)).filter((each) => !each.passed)
      return [...red, ...failed.map(({ name }) => name)]
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const [, at, where, ...key] = error.items[0]!.at.split('.')
      const golden = error.items[0]!.at.startsWith('cases.') ? pack.cases[Number(at)] : undefined
      // What cannot even be read is noticed.
      if (!golden) return [...red, error.items[0]!.at]
      if (where === 'given') delete golden.given[key.join('.')]
      else if (where === 'instalment' || where === 'beside') delete golden[where]
      else if (where === 'expect') {
        red.push(golden.name)
        golden.expect = { notApplicable: true }
      } else throw error
    }
  }
}

type WrittenStep = NonNullable<PackDocument['amount']['steps']>[number]
type WrittenMoney = NonNullable<WrittenStep['fixed']>
type WrittenRate = NonNullable<WrittenStep['rate']>
type WrittenShare = NonNullable<WrittenStep['share']>

type Place = { readonly name: string; readonly break: () => void }

function placesIn(pack: PackDocument): Place[] {
  const { scope = [], conditions, exceptions = [], limits = [], window, amount, parameters = {} } = pack
  const steps = amount.steps ?? []
  const isCapped = steps.some(({ atMost }) => atMost !== undefined)
  return [
    ...[scope, conditions].flatMap((list) =>
      list.flatMap((each, index) => [
        ...(list === conditions && list.length === 1
          ? []
          : [{ name: `${each.id} left out`, break: () => leaveOut(pack, list, index) }]),
        ...inPart(each.id, each as ConditionPart),
      ]),
    ),
    ...exceptions.flatMap((each, index) => [
      { name: `${each.id} left out`, break: () => void exceptions.splice(index, 1) },
      ...(each.then === 'met' || each.then === 'failed'
        ? [
            {
              name: `${each.id} turned round`,
              break: () => void (each.then = each.then === 'met' ? 'failed' : 'met'),
            },
          ]
        : []),
      ...inPart(each.id, each.when as ConditionPart),
    ]),
    ...limits.flatMap((each, index) => [
      { name: `${each.id} left out`, break: () => leaveOut(pack, limits, index) },
      ...inLimit(each),
    ]),
    ...(window
      ? [
          { name: 'window left out', break: () => delete pack.window },
          ...WINDOW_SPANS.flatMap((span) => inNumber(`window ${span}`, window, span)),
        ]
      : []),
    ...(amount.rows ? inRows('amount', amount.rows, false) : []),
    ...steps.flatMap((step, index) => [
      { name: `${step.id} left out`, break: () => void steps.splice(index, 1) },
      ...(step.when ? inPart(`${step.id} when`, step.when as ConditionPart) : []),
      ...(step.when ? [{ name: `${step.id} always taken`, break: () => delete step.when }] : []),
      ...(step.table && 'rows' in step.table ? inRows(step.id, step.table.rows, isCapped) : []),
      ...(['fixed', 'atLeast', 'atMost', 'subtract'] as const).flatMap((kind) =>
        inMoney(step.id, step, kind, isCapped),
      ),
      ...(step.rate ? inRate(step.id, step.rate, isCapped) : []),
      ...(step.share ? inShare(step.id, step.share, isCapped) : []),
      ...inScaling(step.id, step, steps.slice(0, index)),
    ]),
    ...inStacking(pack),
    ...inInstalments(pack),
    ...Object.entries(parameters).flatMap(([name, parameter]) =>
      inParameter(name, parameter, isCapped, pack.inForce.from),
    ),
  ]
}

/** Leaves it out wherever it is named. */
function leaveOut(pack: PackDocument, list: { id: string }[], index: number): void {
  const { id } = list.splice(index, 1)[0]!
  const { instalments } = pack
  if (!instalments?.keep.includes(id)) return
  if (instalments.keep.length > 1) instalments.keep = instalments.keep.filter((kept) => kept !== id)
  else delete pack.instalments
}

/** A limit a little more or less, in another window, over fewer families, of fewer things, let go or held where it was not. */
function inLimit(limit: NonNullable<PackDocument['limits']>[number]): Place[] {
  const { id, over, once, window } = limit
  const dropped = <T>(list: T[] | undefined) =>
    list === undefined || list.length < 2
      ? []
      : list.map((value, index) => ({
          name: `${id}: ${String(value)} dropped`,
          break: () => void list.splice(index, 1),
        }))
  const others = (['calendarYear', 'lifetime'] as const).filter((each) => each !== (window ?? 'lifetime'))
  const span = typeof window === 'object' ? window : undefined
  return [
    ...(limit.per ? [{ name: `${id} by person`, break: () => delete limit.per }] : []),
    ...inNumber(`${id} count`, limit, 'count'),
    ...inFen(id, limit, 'sum'),
    ...dropped(over),
    ...dropped(once),
    ...others.map((each) => ({ name: `${id} in ${each}`, break: () => void (limit.window = each) })),
    ...(span && 'months' in span ? inNumber(`${id} months`, span, 'months') : []),
    ...(limit.beyond === 'tell' || limit.beyond === 'trim'
      ? [{ name: `${id} refuses`, break: () => delete limit.beyond }]
      : []),
    // What is only told of waits for nothing.
    ...(limit.beyond === 'tell'
      ? []
      : [
          {
            name: `${id} where the past is not known`,
            break: () => void (limit.onUnknown = limit.onUnknown === 'note' ? 'hold' : 'note'),
          },
        ]),
  ]
}

/** Each other rule, less that is the same, another window, and the other way where something is not known. */
function inStacking(pack: PackDocument): Place[] {
  const { stacking } = pack
  if (!stacking) return []
  const { rule, same = [], over = [], window = 'lifetime' } = stacking
  const dropped = <T>(list: T[]) =>
    list.length < 2
      ? []
      : list.map((value, index) => ({
          name: `stacking: ${String(value)} dropped`,
          break: () => void list.splice(index, 1),
        }))
  return [
    { name: 'stacking left out', break: () => delete pack.stacking },
    ...STACKING_RULES.filter((other) => other !== rule).map((other) => ({
      name: `stacking as ${other}`,
      break: () => void (stacking.rule = other),
    })),
    ...dropped(same),
    ...dropped(over),
    ...(same.length > 0 ? [{ name: 'stacking of anything', break: () => delete stacking.same }] : []),
    ...(same.length > 0 || window === 'calendarYear'
      ? [
          {
            name: 'stacking in another window',
            break: () => void (stacking.window = window === 'lifetime' ? 'calendarYear' : 'lifetime'),
          },
        ]
      : []),
    {
      name: 'stacking where something is not known',
      break: () => void (stacking.onUnknown = stacking.onUnknown === 'note' ? 'hold' : 'note'),
    },
  ]
}

/** One more or fewer, at other times, with a keeping-condition less. */
function inInstalments(pack: PackDocument): Place[] {
  const { instalments } = pack
  if (!instalments) return []
  const { keep, every } = instalments
  const other = every.endsWith('Y') ? every.replace('Y', 'M') : every.replace('M', 'Y')
  return [
    { name: 'instalments left out', break: () => delete pack.instalments },
    ...inNumber('instalments', instalments, 'count'),
    { name: `instalments every ${other}`, break: () => void (instalments.every = other) },
    ...keep.map((id, index) => ({
      name: `${id} not kept`,
      break: () => void (keep.length > 1 ? keep.splice(index, 1) : delete pack.instalments),
    })),
  ]
}

function inPart(name: string, part: ConditionPart): Place[] {
  const inner = [...(part.all ?? []), ...(part.any ?? []), ...(part.not ? [part.not] : [])]
  const list = Array.isArray(part.oneOf) ? part.oneOf : []
  const dropped = (branch: 'all' | 'any') =>
    (part[branch]?.length ?? 0) < 2
      ? []
      : part[branch]!.map((_, index) => ({
          name: `${name}: part ${index + 1} of ${branch} left out`,
          break: () => void part[branch]!.splice(index, 1),
        }))
  return [
    ...(['is', 'atLeast', 'atMost'] as const).flatMap((operator) => inNumber(`${name} ${operator}`, part, operator)),
    ...(part.within
      ? [
          ...SPANS.flatMap((span) => inNumber(name, part.within!, span)),
          {
            name: `${name}: the last day`,
            break: () => {
              if (part.within!.lastDay) delete part.within!.lastDay
              else part.within!.lastDay = 'excluded'
            },
          },
        ]
      : []),
    ...(part.between ? ([0, 1] as const).flatMap((side) => inNumber(`${name} between`, part.between!, side)) : []),
    ...(part.fact === undefined ? [] : [{ name: `${name}: ${part.fact} turned round`, break: () => turnRound(part) }]),
    ...(list.length < 2
      ? []
      : list.map((value, index) => ({
          name: `${name}: ${JSON.stringify(value)} dropped`,
          break: () => void list.splice(index, 1),
        }))),
    ...dropped('all'),
    ...dropped('any'),
    ...inner.flatMap((each) => inPart(name, each)),
  ]
}

/** The opposite of a test, in its place. */
function turnRound(part: ConditionPart): void {
  const { fact, at } = part
  const operator = OPERATORS.find((each) => part[each] !== undefined)!
  part.not = { fact, ...(at ? { at } : {}), [operator]: part[operator] }
  delete part.fact
  delete part.at
  delete part[operator]
}

/** An amount that is written, or what it is reckoned from. */
function inMoney<K extends string>(name: string, of: { [key in K]?: unknown }, key: K, isCapped: boolean): Place[] {
  const money = of[key] as WrittenMoney | undefined
  if (typeof money !== 'object' || money === null) return inFen(name, of, key)
  if ('table' in money) return 'rows' in money.table ? inRows(name, money.table.rows, isCapped) : []
  if ('rate' in money) return inRate(name, money.rate, isCapped)
  return 'share' in money ? inShare(name, money.share, isCapped) : []
}

function inRate(name: string, rate: WrittenRate, isCapped: boolean): Place[] {
  return [
    ...inMoney(name, rate, 'fen', isCapped),
    ...inNumber(`${name} above`, rate, 'above'),
    ...inNumber(`${name} up to`, rate, 'upTo'),
  ]
}

function inShare(name: string, share: WrittenShare, isCapped: boolean): Place[] {
  const { ratio, round } = share
  // The whole of an amount is whole fen, however it is rounded.
  const isWhole = 'numerator' in ratio && ratio.numerator === ratio.denominator && round.endsWith('-to-fen')
  return [...inMoney(name, share, 'of', isCapped), ...inRatio(name, share), ...(isWhole ? [] : inRounding(name, share))]
}

/** A share of what came before; of whole yuan that are halved it does not matter how they are rounded. */
function inScaling(name: string, step: WrittenStep, before: readonly WrittenStep[]): Place[] {
  const scaling = step.uplift ?? step.times
  const isUneven = before.some(({ share, uplift, times, fixed, table }) => {
    const isFact = typeof fixed === 'object' && 'fact' in fixed
    return isFact || share || uplift || times || (table && !('rows' in table))
  })
  return [
    ...(scaling ? inRatio(name, scaling) : []),
    ...(scaling && isUneven ? inRounding(name, scaling) : []),
    ...(step.round ? inRounding(name, step) : []),
  ]
}

function inRatio(name: string, of: { ratio: unknown }): Place[] {
  const { ratio } = of
  if (typeof ratio !== 'object' || ratio === null || !('numerator' in ratio)) return []
  const { numerator, denominator } = ratio as { numerator: number; denominator: number }
  const more = { numerator: numerator * 100 + 1, denominator: denominator * 100 }
  return [{ name: `${name} share a little more`, break: () => void (of.ratio = more) }]
}

/** Rounded to the same unit, the other way. */
function inRounding(name: string, of: { round?: unknown }): Place[] {
  const [way = '', unit] = String(of.round).split('-to-')
  const others = { 'half-up': ['down', 'up'], down: ['half-up', 'up'], up: ['half-up', 'down'] }[way] ?? []
  return others.map((other) => ({
    name: `${name} rounded ${other}`,
    break: () => void (of.round = `${other}-to-${unit}`),
  }))
}

function inNumber<K extends string | number>(name: string, of: { [key in K]?: unknown }, key: K): Place[] {
  const value = of[key] as Operand | undefined
  if (typeof value === 'boolean')
    return [{ name: `${name} turned round`, break: () => void (of[key] = !value as never) }]
  if (typeof value !== 'number') return []
  return [-1, 1].map((by) => ({
    name: `${name} ${by > 0 ? '+' : '-'}1`,
    break: () => void (of[key] = (value + by) as never),
  }))
}

function inFen<K extends string>(name: string, of: { [key in K]?: unknown }, key: K): Place[] {
  const value = of[key]
  if (typeof value !== 'number') return []
  return [{ name: `${name} a fen more`, break: () => void (of[key] = (value + 1) as never) }]
}

/** A longer table is a price list: nobody writes a case for each of thousands of prices. */
const MOST_ROWS = 120
/** An axis of more values than these (three hundred occupations) is no part of what a clause says. */
const MOST_VALUES = 12

type RateRow = { at: readonly unknown[]; fen: number }

/** Of a price list all rates at once that are of one value of a short axis (a level, a group): a fen more, or half. */
function inLongTable(name: string, rows: readonly RateRow[], isCapped: boolean): Place[] {
  const breakAll = (of: string, picked: (row: RateRow) => boolean): Place => ({
    name: `${name}: ${of} ${isCapped ? 'halved' : 'a fen more'}`,
    break: () => {
      for (const row of rows.filter(picked)) row.fen = isCapped ? Math.floor(row.fen / 2) : row.fen + 1
    },
  })
  const axes = (rows[0]?.at ?? []).map((_, axis) => ({ axis, values: [...new Set(rows.map(({ at }) => at[axis]))] }))
  const short = axes.filter(({ values }) => values.length > 1 && values.length <= MOST_VALUES)
  if (short.length === 0) return [breakAll('every rate', () => true)]
  return short.flatMap(({ axis, values }) =>
    values.map((value) => breakAll(String(value), ({ at }) => at[axis] === value)),
  )
}

/** A rate a fen more; where a limit may hold it anyway, half of it. */
function inRows(name: string, rows: RateRow[], isCapped: boolean): Place[] {
  if (rows.length > MOST_ROWS) return inLongTable(name, rows, isCapped)
  return rows.flatMap((row, index) => [
    isCapped
      ? { name: `${name}: ${row.at.join(' ')} halved`, break: () => void (row.fen = Math.floor(row.fen / 2)) }
      : { name: `${name}: ${row.at.join(' ')} a fen more`, break: () => void (row.fen += 1) },
    { name: `${name}: ${row.at.join(' ')} left out`, break: () => void (rows.length > 1 && rows.splice(index, 1)) },
  ])
}

function inParameter(
  name: string,
  parameter: NonNullable<PackDocument['parameters']>[string],
  isCapped: boolean,
  inForceFrom: string,
): Place[] {
  const entries = [...entriesOf(parameter as PackParameter)]
  return (entries as Entry[]).flatMap((entry): Place[] => [
    ...inDates(entries.length > 1 ? `${name} (${entry.from})` : name, entry, inForceFrom),
    ...inEntry(entries.length > 1 ? `${name} (${entry.from})` : name, entry, isCapped),
  ])
}

type Entry = { from: string; to?: string; value?: unknown; rows?: unknown }

/** The day on which a value begins, where that is while the scheme is in force, and the day on which it ends. */
function inDates(name: string, entry: Entry, inForceFrom: string): Place[] {
  const dates = (['from', 'to'] as const).filter((each) => (entry[each] ?? '') > inForceFrom)
  return dates.flatMap((each) =>
    [-1, 1].map((by) => ({
      name: `${name} ${each === 'from' ? 'begins' : 'ends'} a day ${by > 0 ? 'later' : 'earlier'}`,
      break: () => void (entry[each] = addDays(civilDate(entry[each]!), by)),
    })),
  )
}

function inEntry(name: string, entry: Entry, isCapped: boolean): Place[] {
  if (entry.rows) {
    const rows = entry.rows as { at: unknown[]; fen: number; value?: unknown }[]
    return rows.some((row) => row.value !== undefined) ? inLookup(name, rows) : inRows(name, rows, isCapped)
  }
  const held = entry as { value: unknown }
  if (Array.isArray(held.value)) {
    const list = held.value as unknown[]
    if (list.length < 2) return []
    return list.map((value, index) => ({
      name: `${name}: ${JSON.stringify(value)} dropped`,
      break: () => void list.splice(index, 1),
    }))
  }
  if (typeof held.value === 'object' && held.value !== null) {
    const share = held.value as { numerator: number; denominator: number }
    return [
      {
        name: `${name} a little more`,
        break: () => void (held.value = { numerator: share.numerator * 100 + 1, denominator: share.denominator * 100 }),
      },
    ]
  }
  return inNumber(name, held, 'value')
}

/** A value of a table a little more or less; none at all leaves it open. */
function inLookup(name: string, rows: { at: readonly unknown[]; value?: unknown }[]): Place[] {
  return rows.flatMap((row, index) => [
    ...inNumber(`${name}: ${row.at.join(' ')}`, row, 'value'),
    { name: `${name}: ${row.at.join(' ')} left out`, break: () => void (rows.length > 1 && rows.splice(index, 1)) },
  ])
}
