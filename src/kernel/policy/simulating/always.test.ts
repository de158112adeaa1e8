import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeAnswer } from '../deciding/answer-document.ts'
import { compile } from '../deciding/compile.ts'
import { canonicalJson } from '../decisions/canonical-json.ts'
import type { Facts } from '../facts/facts.ts'
import { documentOf, generatedFacts, generatedPack, programOf } from './generated.ts'

const runs = (numRuns: number) => ({ numRuns: numRuns * Number(process.env['SOAK'] ?? 1) })
const said = (program: ReturnType<typeof programOf>, facts: Facts) => canonicalJson(writeAnswer(program.decide(facts)))

describe('of any pack and any facts', () => {
  it('the sum of the trace is the amount, the value less what is taken off, never below nothing', () => {
    let paid = 0
    fc.assert(
      fc.property(generatedPack, fc.array(generatedFacts, { minLength: 20, maxLength: 20 }), (given, subjects) => {
        // What nearly everybody meets, so that the amount, its limits and what stands beside it decide.
        const easy = [{ fact: 'training.cost', atLeast: 0 }]
        const program = programOf({ ...given, scope: [], conditions: easy, instalments: null })
        for (const facts of subjects) {
          const answer = program.decide(facts)
          const sum = answer.trace.amount.reduce((total, { fen }) => total + fen, 0n)
          expect(answer.trace.totalFen).toBe(sum)
          if (answer.kind !== 'eligible') expect(sum).toBe(0n)
          else {
            paid += 1
            expect(answer.trace.conditions.filter(({ verdict }) => verdict !== 'true')).toEqual([])
            expect(answer.effectiveFen).toBe(sum)
            expect(answer.valueFen - answer.subtractedFen).toBe(sum)
            expect(sum).toBeGreaterThanOrEqual(0n)
          }
        }
      }),
      runs(40),
    )
    expect(paid).toBeGreaterThan(20)
  })

  it('nothing is paid while something that is asked for is not known, and what is settled stays settled', () => {
    fc.assert(
      fc.property(generatedPack, generatedFacts, fc.infiniteStream(fc.boolean()), (given, facts, drop) => {
        const program = programOf(given)
        const known = program.decide(facts)
        const fewer = Object.fromEntries(Object.entries(facts).filter(() => drop.next().value === true)) as Facts
        const before = program.decide(fewer)
        // Who knows less is told the same, or that it is not known.
        if (before.kind !== 'unknown') expect(before.kind).toBe(known.kind)
        if (before.kind === 'eligible' && known.kind === 'eligible')
          expect(before.effectiveFen).toBe(known.effectiveFen)
        if (before.kind === 'unknown' && !before.contradictions) expect(before.needs.length).toBeGreaterThan(0)
      }),
      runs(150),
    )
  })

  it('the order in which facts are given does not matter, and deciding again says the same to the letter', () => {
    fc.assert(
      fc.property(generatedPack, generatedFacts, (given, facts) => {
        const program = programOf(given)
        const turned = Object.fromEntries(Object.entries(facts).toReversed())
        const first = said(program, facts)
        expect(said(program, turned)).toBe(first)
        // As a replay does: from the kept document and the kept facts alone.
        const again = compile(JSON.parse(JSON.stringify(documentOf(given))))
        expect(said(again, JSON.parse(JSON.stringify(facts)) as Facts)).toBe(first)
      }),
      runs(60),
    )
  })
})
