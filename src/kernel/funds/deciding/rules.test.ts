import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../values/public.ts'
import { type Facts, type History, known, parametersOn, shippedSchemes, unknown } from '../../policy/public.ts'
import type { Outcome } from '../../record/public.ts'
import { LIANDU } from '../testing.ts'
import { factGatherer } from './gather-facts.ts'
import { type CheckFinding, countChecks, standingOf } from './rules.ts'

const from = { source: 'test', asOf: '2022-03-25' }
const BEGAN = civilDate('2022-03-07')
const scheme = shippedSchemes(LIANDU)
  .answering('training.completed', { training: BEGAN }, parametersOn(LIANDU, BEGAN))
  .find(({ pack }) => pack.scheme === 'liandu.training-subsidy')!

/** What the shipped pack answers; a mark given as null is not entered yet. */
function answer(theory: number | null = 80, kind = 'EMPLOYMENT_SKILLS', past: History['receipts'] = []) {
  const facts: Facts = {
    'training.kind': known(kind, from),
    'class.level': known('L5_JUNIOR', from),
    'person.group@training': known('RURAL_TRANSFER', from),
    'training.attendedRatio': known({ numerator: 20, denominator: 20 }, from),
    'marks.theory': theory === null ? unknown({ zh: '成绩尚未登记', en: 'not entered' }, from) : known(theory, from),
    'marks.practice': known(80, from),
    'certificate.number': known('S000033000001225000001', from),
    'certificate.level': known('L5_JUNIOR', from),
    'claim.on': known('2022-03-28', from),
    'claim.occupation': known('2022/养老护理员', from),
    'claim.level': known('L5_JUNIOR', from),
    'history.receipts': known({ receipts: past }, from),
  }
  return scheme.program.decide(facts)
}

const finding = (checkId: string, outcome: Outcome, action: CheckFinding['action'] = 'block'): CheckFinding => ({
  checkId,
  outcome,
  action,
  title: { zh: checkId, en: checkId },
  basis: { zh: '', en: '' },
  sentence: { zh: outcome, en: outcome },
})
const note = () => 'note' as const
const hold = () => 'hold' as const

describe('what becomes of a person', () => {
  it('is due when the decision and every check say so', () => {
    expect(standingOf(answer(), [finding('X', 'passed')], hold)).toEqual({
      standing: 'due',
      amountFen: 100_000n,
      reasons: [],
    })
  })

  it('is refused for every reason, of the conditions and of the checks', () => {
    const findings = [finding('X', 'failed'), finding('Y', 'failed', 'hold'), finding('Z', 'failed', 'flag')]
    expect(standingOf(answer(59), findings, note)?.reasons.map((reason) => reason.id)).toEqual(['theory', 'X', 'Y'])
  })

  it('is told once what a condition and a check measure by the same parameter', () => {
    const measured = (outcome: Outcome) => ({ ...finding('M', outcome), parameter: 'marks.theoryPass' })
    const ids = (theory: number, outcome: Outcome) =>
      standingOf(answer(theory), [measured(outcome), finding('X', 'failed')], note)?.reasons.map(({ id }) => id)
    expect(ids(59, 'failed')).toEqual(['theory', 'X'])
    // Where the condition is met, the check speaks for itself.
    expect(ids(80, 'failed')).toEqual(['M', 'X'])
    // Another parameter's failure hides nothing.
    const other = { ...finding('D', 'failed'), parameter: 'attendance.personMinimum' }
    expect(standingOf(answer(59), [other], note)?.reasons.map(({ id }) => id)).toEqual(['theory', 'D'])
  })

  it('is told by a limit of the scheme what the check of the past would tell again', () => {
    const had = { family: 'TRAINING', on: { from: civilDate('2020-05-01'), to: civilDate('2020-05-01') }, fen: 100_000 }
    const past = [{ ...had, occupation: '2022/养老护理员', level: 'L5_JUNIOR' as const, where: 'ledger' as const }]
    const found = [finding('B02', 'failed'), finding('X', 'failed')]
    expect(standingOf(answer(80, 'EMPLOYMENT_SKILLS', past), found, note)?.reasons.map(({ id }) => id)).toEqual([
      'onceALevel',
      'X',
    ])
  })

  it('is held where a fact is missing, naming it', () => {
    expect(standingOf(answer(null), [], note)).toMatchObject({
      standing: 'held',
      amountFen: 0n,
      reasons: [{ from: 'need', id: 'marks.theory' }],
    })
  })

  it('is held with the amount where a check holds', () => {
    expect(standingOf(answer(), [finding('X', 'failed', 'hold')], note)).toMatchObject({
      standing: 'held',
      amountFen: 100_000n,
    })
  })

  it('is nothing at all where the scheme does not apply', () => {
    expect(standingOf(answer(80, 'PROJECT_BASED'), [finding('X', 'failed')], hold)).toBeUndefined()
  })

  it('is never due while a check blocks or holds, and never without a reason unless due', () => {
    const findings = fc.array(
      fc.record({
        outcome: fc.constantFrom<Outcome>('passed', 'failed', 'unavailable', 'not-applicable'),
        action: fc.constantFrom('block' as const, 'hold' as const, 'flag' as const),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(findings, fc.constantFrom(80, 59, null), fc.constantFrom(note, hold), (found, theory, then) => {
        const standing = standingOf(
          answer(theory),
          found.map(({ outcome, action }, at) => finding(`X${at}`, outcome, action)),
          then,
        )!
        const stops = found.some(({ outcome, action }) => outcome === 'failed' && action !== 'flag')
        const holds = then === hold && found.some(({ outcome }) => outcome === 'unavailable')
        expect(standing.standing === 'due').toBe(theory === 80 && !stops && !holds)
        expect(standing.reasons.length > 0).toBe(standing.standing !== 'due')
      }),
    )
  })
})

describe('checks in figures', () => {
  it('count those asked and passed, and every check without an answer with what the scheme says of it', () => {
    const findings = [
      finding('A', 'passed'),
      finding('A', 'unavailable'),
      finding('B', 'unavailable'),
      finding('B', 'unavailable'),
      finding('C', 'not-applicable'),
    ]
    expect(countChecks(findings, (id) => (id === 'A' ? 'hold' : 'note'))).toEqual({
      asked: 4,
      passed: 1,
      unavailable: [
        { checkId: 'A', title: { zh: 'A', en: 'A' }, people: 1, then: 'hold' },
        { checkId: 'B', title: { zh: 'B', en: 'B' }, people: 2, then: 'note' },
      ],
    })
  })
})

describe('gathering facts', () => {
  it('stops the house when two rooms supply one fact for one trigger', () => {
    const supplier = (name: string) => ({
      name,
      keys: ['marks.theory'],
      triggers: ['training.completed'],
      supply: async () => new Map(),
    })
    expect(() => factGatherer([supplier('one'), supplier('two')])).toThrow(
      'one and two both supply training.completed marks.theory',
    )
  })
})
