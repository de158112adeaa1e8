import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import { addDays, type CivilDate, civilDate } from '../../values/public.ts'
import { compile, type CompileOptions, type Program } from '../deciding/compile.ts'
import type { ParameterSource } from '../deciding/parameters.ts'
import { entriesOf } from '../packs/pack-parameters.ts'
import type { SchemePack } from '../packs/pack.ts'
import { amountFindings } from './amounts.ts'
import { coverageFindings, unnoticedFindings, unreadFindings } from './coverage.ts'
import { dateFindings, overlap, versionFindings } from './dates.ts'
import { everyFault } from './every-fault.ts'
import { exceptionFindings } from './exceptions.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { fundFindings, type FundNames } from './funds.ts'
import { type Linted, lintedOf } from './linted.ts'
import { reachFindings } from './reach.ts'
import { canMeet, familyFindings, rivalFindings } from './rivals.ts'
import { type Supply, supplyFindings } from './supply.ts'
import { tableFindings } from './tables.ts'

export type LintOptions = Pick<CompileOptions, 'dictionary' | 'families'> & {
  /** The county's parameters on a day, and the days on which one of them changes. */
  readonly parametersOn?: (on: CivilDate) => ParameterSource
  readonly changesOf?: (names: readonly string[]) => readonly CivilDate[]
  /** The other schemes at hand, other versions of this one among them. */
  readonly others?: readonly { readonly document: unknown; readonly pack: SchemePack }[]
  /** Who supplies facts; nothing is said of it where this is not given. */
  readonly supplies?: readonly Supply[]
  /** What the funds are called. */
  readonly funds?: FundNames
  /** Whether the pack is broken in every small way, to see a case turn red: slow. */
  readonly strong?: boolean
}

/**
 * Reads a scheme for what its shape does not say and no case may show: what can never happen, what nobody thought of, what
 * is not lawful. Every day on which a value changes is read. What is said is found by trying values, through the program
 * that decides; where there are too many to try, nothing is said.
 */
export function lintPack(document: unknown, options: LintOptions = {}): LintFinding[] {
  const first = compiled(document, options, undefined)
  if (first instanceof Problem) {
    const all = everyFault(document, optionsOn(options, dayOf(document)))
    return all.map(({ at, sentence }) => refusal(at, sentence))
  }
  const { pack } = first
  const names = [...first.parameters.map(({ name }) => name), ...MATRICES]
  const days = daysOf(pack, options.changesOf?.(names) ?? [])
  const found: LintFinding[] = []
  const programs: Program[] = [first]
  for (const day of days) {
    const program = compiled(document, options, day)
    if (program instanceof Problem) found.push(...missing(pack, day, program))
    else if (day !== first.on) programs.push(program)
  }
  const others = (options.others ?? []).filter((other) => other.document !== document)
  for (const program of programs) {
    const linted = lintedOf(program)
    const parameters = options.parametersOn?.(program.on)
    const reach = reachFindings(linted)
    found.push(
      ...reach,
      // Where nobody is reached at all, everything else would only say so again.
      ...(reach.some(isNobody) ? [] : withinReach(linted)),
      ...fundFindings(linted, parameters, options.funds),
      ...(options.supplies ? supplyFindings(linted, options.supplies) : []),
    )
  }
  const rivals = others.filter((other) => canMeet(pack, other.pack))
  found.push(
    ...dateFindings(first.parts),
    ...versionFindings(
      pack,
      others.map((other) => other.pack),
    ),
    ...familyFindings(
      pack,
      rivals.map((rival) => rival.pack),
    ),
    ...rivals.flatMap((rival) => {
      const on = civilDate(overlap(pack.inForce, rival.pack.inForce)!)
      const other = compiled(rival.document, options, on)
      const own = compiled(document, options, on)
      return own instanceof Problem || other instanceof Problem ? [] : rivalFindings(lintedOf(own), [other])
    }),
    ...coverageFindings(programs),
    ...unreadFindings(pack, programs),
    ...(options.strong ? unnoticedFindings(document, first, optionsOn(options, first.on)) : []),
  )
  return once(found)
}

const isNobody = ({ rule }: LintFinding) => rule === 'never-met' || rule === 'never-together'

function withinReach(linted: Linted): LintFinding[] {
  return [...exceptionFindings(linted), ...tableFindings(linted), ...amountFindings(linted)]
}

const MATRICES = ['funds.lawfulFor', 'funds.groups']

function optionsOn({ parametersOn, dictionary, families }: LintOptions, on: CivilDate | undefined): CompileOptions {
  return {
    ...(on ? { on } : {}),
    ...(dictionary ? { dictionary } : {}),
    ...(families ? { families } : {}),
    ...(parametersOn && on ? { parameters: parametersOn(on) } : {}),
  }
}

/** The program on a day, the first in force where none is said; or why there is none. */
function compiled(document: unknown, options: LintOptions, on: CivilDate | undefined): Program | Problem {
  try {
    return compile(document, optionsOn(options, on ?? dayOf(document)))
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** The first day in force, where one is written. */
function dayOf(document: unknown): CivilDate | undefined {
  const from = (document as { inForce?: { from?: unknown } } | null)?.inForce?.from
  return typeof from === 'string' ? civilDateOrNone(from) : undefined
}

function civilDateOrNone(text: string): CivilDate | undefined {
  try {
    return civilDate(text)
  } catch {
    return undefined
  }
}

/** The days in force on which a value begins, or has ended. */
function daysOf({ inForce, parameters = {} }: SchemePack, changes: readonly CivilDate[]): CivilDate[] {
  const own = Object.values(parameters).flatMap((each) =>
    [...entriesOf(each)].flatMap(({ from, to }: { from: string; to?: string | undefined }) => [
      civilDate(from),
      ...(to === undefined ? [] : [addDays(civilDate(to), 1)]),
    ]),
  )
  const isInForce = (day: CivilDate) => day > inForce.from && (inForce.to === undefined || day <= inForce.to)
  return [...new Set([...own, ...changes])].filter(isInForce).sort()
}

function refusal(at: string, sentence: { zh: string; en: string }): LintFinding {
  return lintFinding('refused', { clause: '', at: [at], wrong: sentence })
}

function faultsOf({ items, sentence }: Problem): readonly ProblemItem[] {
  return items.length > 0 ? items : [{ at: 'parameters', sentence }]
}

/** What has no value from a day on. */
function missing(pack: SchemePack, day: CivilDate, problem: Problem): LintFinding[] {
  const faults = faultsOf(problem)
  // A case that names what is missing is not another thing missing.
  const own = faults.filter(({ at }) => !at.startsWith('cases.'))
  return (own.length > 0 ? own : faults).map(({ at, sentence }) => {
    const wrong = { zh: `自 ${day} 起:${sentence.zh}`, en: `from ${day}: ${sentence.en}` }
    return lintFinding('no-value', { clause: pack.amount.cite, at: [at], wrong, witness: { zh: day, en: day } })
  })
}

/** A thing that shows on many days is told once. */
function once(findings: readonly LintFinding[]): LintFinding[] {
  const keyed = findings.map(
    (each) => [JSON.stringify([each.rule, each.at, each.clause, each.sentence]), each] as const,
  )
  return [...new Map(keyed.toReversed()).values()].toReversed()
}
