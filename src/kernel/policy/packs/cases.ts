import { Problem } from '../../../platform/contract/public.ts'
import type { Answer } from '../deciding/decide.ts'
import { INSTALMENT_NUMBER } from '../deciding/instalments.ts'
import { pauses } from '../deciding/pauses.ts'
import { BESIDE } from '../deciding/stacking.ts'
import type { Program } from '../deciding/compile.ts'
import { type Facts, type FactValue, known, notApplicable, unknown } from '../facts/facts.ts'
import type { History } from '../limits/history.ts'
import { civilDate, type ClosedPeriod } from '../../values/public.ts'
import type { EarlierReceipts } from './limit.ts'
import type { GoldenCase } from './pack.ts'

export type CaseResult = {
  readonly name: string
  readonly passed: boolean
  readonly expected: string
  readonly got: string
}

/** Plays a pack's golden cases through its own program. */
export function runCases(program: Program): CaseResult[] {
  return program.pack.cases.map((golden) => {
    const expected = expectationText(golden.expect)
    const got = gotBy(program, golden)
    return { name: golden.name, passed: expected === got, expected, got }
  })
}

/** What a case comes to; one that cannot be decided says why not. */
function gotBy(program: Program, golden: GoldenCase): string {
  try {
    return answerText(playedBy(program, golden).decide(factsOf(golden, program.pack.cases)), golden.expect)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return `refused: ${error.sentence.zh}`
  }
}

type Dated = { readonly on?: string | undefined; readonly like?: string | undefined }

/** The program by which a case is played: of the day that it says, or that the case says which it is like. */
export function playedBy(program: Program, golden: Dated): Program {
  const on = dayOf(golden, program.pack.cases)
  return on === undefined ? program : program.forDay(civilDate(on))
}

function dayOf({ on, like }: Dated, all: readonly GoldenCase[]): string | undefined {
  if (on !== undefined || like === undefined) return on
  const earlier = all.find(({ name }) => name === like)
  return earlier && dayOf(earlier, all)
}

/** The facts of a case, those of the case it is like included. */
export function factsOf(golden: GoldenCase, all: readonly GoldenCase[]): Facts {
  const earlier = golden.like === undefined ? undefined : all.find((other) => other.name === golden.like)
  const inherited = earlier ? factsOf(earlier, all) : {}
  const from = { source: `case: ${golden.name}`, asOf: '' }
  // A case is of the first instalment and has nothing beside it, unless it says so.
  const number = golden.instalment ?? (earlier ? undefined : 1)
  const beside = golden.beside ?? (earlier ? undefined : [])
  const stands = {
    ...(number === undefined ? {} : { [INSTALMENT_NUMBER]: known(number, from) }),
    ...(beside === undefined ? {} : { [BESIDE]: known({ beside }, from) }),
  }
  const given = Object.entries(golden.given).map(([key, value]) => [key, valueOf(value, golden.name)] as const)
  return { ...inherited, ...stands, ...Object.fromEntries(given) }
}

function valueOf(value: GoldenCase['given'][string], name: string): FactValue {
  const from = { source: `case: ${name}`, asOf: '' }
  if (typeof value === 'object' && 'unknown' in value) return unknown(value.unknown, from)
  if (typeof value === 'object' && 'notApplicable' in value) {
    return value.notApplicable === true ? notApplicable(from) : notApplicable(from, value.notApplicable)
  }
  return known(typeof value === 'object' && 'receipts' in value ? historyOf(value) : value, from)
}

/** Earlier receipts as a case states them: a day alone is that day, and our own record says so. */
function historyOf({ receipts, ...rest }: EarlierReceipts): History {
  return {
    ...rest,
    receipts: receipts.map(({ on, where = 'here', ...receipt }) => ({
      ...receipt,
      where,
      on: (typeof on === 'string' ? { from: on, to: on } : on) as ClosedPeriod,
    })),
  }
}

const sorted = (names: readonly string[]) => [...names].sort().join(', ')

type Expected = GoldenCase['expect']

function expectationText(expect: Expected): string {
  if ('eligible' in expect) {
    const { eligible, told = [], dues, forgone } = expect
    return eligibleText(eligible, { told, dues, forgone })
  }
  if ('ineligible' in expect) return `ineligible ${sorted(expect.ineligible)}${inPlace(expect.applies)}`
  if ('paused' in expect) return `paused ${sorted(expect.paused)}`
  if ('contradiction' in expect) return `contradiction ${sorted(expect.contradiction)}`
  if ('unknown' in expect) return `unknown ${sorted(expect.unknown)}`
  return 'notApplicable'
}

const inPlace = (scheme: string | undefined) => (scheme === undefined ? '' : ` applies ${scheme}`)

type EligibleTold = {
  readonly told: readonly string[]
  readonly dues?: readonly string[] | undefined
  readonly forgone?: Readonly<Record<string, number>> | undefined
}

function eligibleText(fen: bigint, { told, dues, forgone }: EligibleTold): string {
  const given = Object.entries(forgone ?? {}).map(([scheme, each]) => `${scheme} ${each}`)
  const parts = [
    ...(told.length > 0 ? [`told ${sorted(told)}`] : []),
    ...(dues ? [`due ${dues.join(', ')}`] : []),
    ...(forgone ? [`forgone ${sorted(given)}`] : []),
  ]
  return [`eligible ${fen}`, ...parts].join(' ')
}

/** The limits that are passed and only told of. */
export function toldBy({ trace }: Answer): string[] {
  return trace.conditions.filter(({ limit }) => limit?.then === 'told').map(({ id }) => id)
}

/** How it stands to others of its family. */
function stackingIn({ trace }: Answer) {
  return trace.conditions.find(({ stacking }) => stacking)?.stacking
}

/** What is forgone for it, by scheme. */
export function forgoneBy(answer: Answer): Record<string, number> {
  const behind = stackingIn(answer)?.beside.filter(({ place }) => place === 'behind') ?? []
  return Object.fromEntries(behind.map(({ scheme, amountFen }) => [scheme, Number(amountFen)]))
}

/** The scheme of those ahead of it that comes to most: it is given. */
export function appliedInPlace(answer: Answer): string | undefined {
  const ahead = stackingIn(answer)?.beside.filter(({ place }) => place === 'ahead') ?? []
  const most = (one: (typeof ahead)[number], other: (typeof ahead)[number]) =>
    other.amountFen! > one.amountFen! || (other.amountFen === one.amountFen && other.scheme < one.scheme) ? other : one
  return ahead.length > 0 ? ahead.reduce(most).scheme : undefined
}

/** An answer reduced to what a golden case can expect of it; of more than that no word where nothing is expected. */
export function answerText(answer: Answer, expected?: Expected): string {
  switch (answer.kind) {
    case 'eligible': {
      const wanted = expected && 'eligible' in expected ? expected : undefined
      return eligibleText(answer.effectiveFen, {
        told: toldBy(answer),
        dues: wanted?.dues && (answer.trace.instalment?.dues ?? []),
        forgone: wanted?.forgone && forgoneBy(answer),
      })
    }
    case 'ineligible': {
      const asked = expected && 'ineligible' in expected && expected.applies !== undefined
      const reasons = sorted(answer.reasons.map((reason) => reason.id))
      return `${pauses(answer) ? 'paused' : 'ineligible'} ${reasons}${asked ? inPlace(appliedInPlace(answer)) : ''}`
    }
    case 'unknown':
      if (answer.contradictions) return `contradiction ${sorted(answer.contradictions.map((reason) => reason.id))}`
      return `unknown ${sorted(answer.needs.map((need) => (need.at ? `${need.fact}@${need.at}` : need.fact)))}`
    case 'notApplicable':
      return 'notApplicable'
  }
}
