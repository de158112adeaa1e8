import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../deciding/compile.ts'
import { type Facts, known } from '../facts/facts.ts'
import { startColumns } from './columns.ts'
import { generatedAmounts, generatedFacts, generatedPack, generatedScalars, programOf } from './generated.ts'
import { KINDS } from './simulate.ts'

const FROM = { source: 'test', asOf: '' }
/** Everything a single decision says of one subject that a simulation says too. */
function alone(program: Program, facts: Facts): string {
  const answer = program.decide(facts)
  const ids = (verdict: string) =>
    answer.trace.conditions.filter((each) => each.verdict === verdict).map(({ id }) => id)
  const fen = answer.kind === 'eligible' ? answer.effectiveFen : 0n
  return JSON.stringify([answer.kind, String(fen), ids('false'), ids('unknown')])
}

function together(program: Program, subjects: readonly Facts[]): string[] {
  const builder = startColumns(program.slots, 2)
  for (const facts of subjects) builder.add(facts)
  const { kinds, fen, reasons, failed, open } = program.simulate(builder.columns())
  const idsIn = (bits: readonly Int32Array[], at: number) =>
    reasons.filter((id, index) => id !== 'amount' && (bits[Math.floor(index / 31)]![at]! >> (index % 31)) & 1)
  return subjects.map((_, at) =>
    JSON.stringify([KINDS[kinds[at]!], String(fen[at]), idsIn(failed, at), idsIn(open, at)]),
  )
}

describe('many subjects at once', () => {
  it('each gets the answer, the amount and the reasons that it would get alone', () => {
    fc.assert(
      fc.property(generatedPack, fc.array(generatedFacts, { minLength: 1, maxLength: 40 }), (given, subjects) => {
        const program = programOf(given)
        expect(together(program, subjects)).toEqual(subjects.map((each) => alone(program, each)))
      }),
      { numRuns: 90 },
    )
  }, 90_000)

  it('also where the values of its facts are too many to be laid out', () => {
    const either = {
      any: [
        { fact: 'training.hours', atLeast: 200 },
        { fact: 'training.cost', atLeast: { fact: 'received.training' } },
      ],
    }
    const program = programOf({
      conditions: [either, { not: { all: [either, { fact: 'studio.isNew', is: true }] } }],
      exceptions: [{ to: 'k0', then: 'failed', when: { all: [either, { fact: 'training.hours', atMost: 300 }] } }],
      steps: [generatedAmounts[0]!, { ...generatedAmounts[1]!, when: either }],
      subtract: true,
    })
    const subjects = fc.sample(generatedFacts, { numRuns: 2000, seed: 7 })
    expect(together(program, subjects)).toEqual(subjects.map((each) => alone(program, each)))
  })

  it('and has taken off what was had for the same, or goes first', () => {
    const needed = [
      'training.cost',
      'claim.on',
      'certificate.issuedOn',
      'instalment.number',
      'history.receipts',
      'stacking.beside',
    ]
    const known = fc.record(
      Object.fromEntries(
        needed.map((key) => [key, generatedScalars[key]!.map((each) => ({ state: 'known', value: each, ...FROM }))]),
      ),
    )
    for (const rule of ['higherOf', 'difference'] as const) {
      const program = programOf({
        conditions: [{ fact: 'training.cost', atLeast: 0 }],
        steps: [{ fixed: { fact: 'training.cost' } }],
        stacking: { rule, same: undefined, onUnknown: 'note' },
        instalments: ['k0'],
      })
      const subjects = fc.sample(known, { numRuns: 500, seed: 7 }) as Facts[]
      const answers = subjects.map((each) => program.decide(each))
      expect(answers.some((each) => each.kind === 'eligible' && each.subtractedFen > 0n)).toBe(true)
      expect(together(program, subjects)).toEqual(subjects.map((each) => alone(program, each)))
    }
  })

  it('keeps more values of one fact than fit into two bytes', () => {
    const program = programOf({ conditions: [{ fact: 'training.cost', atLeast: 70_000 }] })
    const builder = startColumns(program.slots)
    for (let cost = 0; cost < 70_010; cost += 1) builder.add({ 'training.cost': known(cost, FROM) })
    const { kinds } = program.simulate(builder.columns())
    expect(kinds.reduce((count, kind) => count + (KINDS[kind] === 'eligible' ? 1 : 0), 0)).toBe(10)
    expect(Array.from(kinds.slice(69_999, 70_001), (kind) => KINDS[kind])).toEqual(['ineligible', 'eligible'])
  })

  it('has a bit for each of more reasons than a number has bits', () => {
    const conditions = Array.from({ length: 40 }, (_, index) => ({ fact: 'training.hours', atLeast: index * 10 }))
    const subjects = [0, 5, 200, 310, 390, 400].map((hours) => ({ 'training.hours': known(hours, FROM) }))
    const program = programOf({ conditions })
    expect(together(program, subjects)).toEqual(subjects.map((each) => alone(program, each)))
  })

  it('refuses a value of the wrong type, as deciding does', () => {
    const { slots } = programOf({ conditions: [{ fact: 'training.hours', atLeast: 1 }] })
    expect(() => startColumns(slots).add({ 'training.hours': known('many', FROM) })).toThrow(/training\.hours/)
  })
})
