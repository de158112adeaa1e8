import type { Answer } from '../deciding/decide.ts'
import type { Program } from '../deciding/compile.ts'
import { type Facts, type FactValue, known, notApplicable, unknown } from '../facts/facts.ts'
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
  return known(value, from)
}

const sorted = (names: readonly string[]) => [...names].sort().join(', ')

function expectationText(expect: GoldenCase['expect']): string {
  if ('eligible' in expect) return `eligible ${expect.eligible}`
  if ('ineligible' in expect) return `ineligible ${sorted(expect.ineligible)}`
  if ('contradiction' in expect) return `contradiction ${sorted(expect.contradiction)}`
  if ('unknown' in expect) return `unknown ${sorted(expect.unknown)}`
  return 'notApplicable'
}

/** An answer reduced to what a golden case can expect of it. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'eligible':
      return `eligible ${answer.effectiveFen}`
    case 'ineligible':
      return `ineligible ${sorted(answer.reasons.map((reason) => reason.id))}`
    case 'unknown':
      if (answer.contradictions) return `contradiction ${sorted(answer.contradictions.map((reason) => reason.id))}`
      return `unknown ${sorted(answer.needs.map((need) => (need.at ? `${need.fact}@${need.at}` : need.fact)))}`
    case 'notApplicable':
      return 'notApplicable'
  }
}
