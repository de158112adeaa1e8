import type { Answer } from '../deciding/decide.ts'
import type { Program } from '../deciding/compile.ts'
import { type Facts, type FactValue, known, notApplicable, unknown } from '../facts/facts.ts'
import type { History } from '../limits/history.ts'
import type { ClosedPeriod } from '../../values/public.ts'
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
    const got = answerText(program.decide(factsOf(golden, program.pack.cases)))
    return { name: golden.name, passed: expected === got, expected, got }
  })
}

/** The facts of a case, those of the case it is like included. */
export function factsOf(golden: GoldenCase, all: readonly GoldenCase[]): Facts {
  const earlier = golden.like === undefined ? undefined : all.find((other) => other.name === golden.like)
  const inherited = earlier ? factsOf(earlier, all) : {}
  const given = Object.entries(golden.given).map(([key, value]) => [key, valueOf(value, golden.name)] as const)
  return { ...inherited, ...Object.fromEntries(given) }
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

function expectationText(expect: GoldenCase['expect']): string {
  if ('eligible' in expect) return eligibleText(expect.eligible, expect.told ?? [])
  if ('ineligible' in expect) return `ineligible ${sorted(expect.ineligible)}`
  if ('contradiction' in expect) return `contradiction ${sorted(expect.contradiction)}`
  if ('unknown' in expect) return `unknown ${sorted(expect.unknown)}`
  return 'notApplicable'
}

function eligibleText(fen: bigint, told: readonly string[]): string {
  return `eligible ${fen}${told.length > 0 ? ` told ${sorted(told)}` : ''}`
}

/** The limits that are passed and only told of. */
function toldBy({ trace }: Answer): string[] {
  return trace.conditions.filter(({ limit }) => limit?.then === 'told').map(({ id }) => id)
}

/** An answer reduced to what a golden case can expect of it. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'eligible':
      return eligibleText(answer.effectiveFen, toldBy(answer))
    case 'ineligible':
      return `ineligible ${sorted(answer.reasons.map((reason) => reason.id))}`
    case 'unknown':
      if (answer.contradictions) return `contradiction ${sorted(answer.contradictions.map((reason) => reason.id))}`
      return `unknown ${sorted(answer.needs.map((need) => (need.at ? `${need.fact}@${need.at}` : need.fact)))}`
    case 'notApplicable':
      return 'notApplicable'
  }
}
