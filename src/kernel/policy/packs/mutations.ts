import { Problem } from '../../../platform/contract/public.ts'
import { compile, type CompileOptions } from '../deciding/compile.ts'
import { runCases } from './cases.ts'
import type { ConditionPart, Operand } from './condition.ts'
import { type PackDocument, readPack } from './pack.ts'
import { STACKING_RULES } from './stacking.ts'

/** A pack with one clause broken, and what was broken. */
export type Mutation = { readonly name: string; readonly document: PackDocument }

/**
 * Every small way in which a pack can be written wrongly: a condition, an exception or a step left out, a threshold beside
 * itself, a member dropped from a list, a rate a fen higher. A case of the pack must notice each; one that none notices is
 * a clause without a case.
 */
export function mutationsOf(document: unknown): Mutation[] {
  readPack(document)
  const fresh = () => structuredClone(document as PackDocument)
  return placesIn(fresh()).map((_, index) => {
    const broken = fresh()
    const { name, break: breakIt } = placesIn(broken)[index]!
    breakIt()
    return { name, document: broken }
  })
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
      if (golden && where === 'given') delete golden.given[key.join('.')]
      else if (golden && (where === 'instalment' || where === 'beside')) delete golden[where]
      else if (golden && where === 'expect') {
        red.push(golden.name)
        golden.expect = { notApplicable: true }
      } else throw error
    }
  }
}

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
      ...inPart(each.id, each.when as ConditionPart),
    ]),
    ...limits.flatMap((each, index) => [
      { name: `${each.id} left out`, break: () => leaveOut(pack, limits, index) },
      ...inLimit(each),
    ]),
    ...(window
      ? [
          { name: 'window left out', break: () => delete pack.window },
          ...(['months', 'days'] as const).flatMap((span) => inNumber(`window ${span}`, window, span)),
        ]
      : []),
    ...(amount.rows ? inRows('amount', amount.rows, false) : []),
    ...steps.flatMap((step, index) => [
      { name: `${step.id} left out`, break: () => void steps.splice(index, 1) },
      ...(step.when ? inPart(`${step.id} when`, step.when as ConditionPart) : []),
      ...(step.when ? [{ name: `${step.id} always taken`, break: () => delete step.when }] : []),
      ...(step.table && 'rows' in step.table ? inRows(step.id, step.table.rows, isCapped) : []),
      ...(['fixed', 'atLeast', 'atMost', 'subtract'] as const).flatMap((kind) => inFen(step.id, step, kind)),
      ...(step.rate ? inFen(step.id, step.rate, 'fen') : []),
    ]),
    ...inStacking(pack),
    ...inInstalments(pack),
    ...Object.entries(parameters).flatMap(([name, parameter]) => inParameter(name, parameter, isCapped)),
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
      ? (['days', 'months', 'years'] as const).flatMap((span) => inNumber(name, part.within!, span))
      : []),
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

function inNumber<K extends string>(name: string, of: { [key in K]?: unknown }, key: K): Place[] {
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

/** A rate a fen more; where a limit may hold it anyway, half of it. */
function inRows(name: string, rows: { at: readonly unknown[]; fen: number }[], isCapped: boolean): Place[] {
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
): Place[] {
  const entries = 'values' in parameter ? parameter.values : 'lists' in parameter ? parameter.lists : parameter.tables
  return entries.flatMap((entry): Place[] => {
    if ('rows' in entry) return inRows(name, entry.rows, isCapped)
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
          break: () =>
            void (held.value = { numerator: share.numerator * 100 + 1, denominator: share.denominator * 100 }),
        },
      ]
    }
    return inNumber(name, held, 'value')
  })
}
