import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, civilDate } from '../../values/public.ts'
import { answerText, runCases } from '../packs/cases.ts'
import { mutationsOf, redCases } from '../packs/mutations.ts'
import { givenFacts, givenPack } from '../testing.ts'
import { compile } from './compile.ts'
import { explain } from './explain.ts'

const words = (text: string) => ({ zh: text, en: text })
const instalments = {
  label: words('分年发放'),
  cite: 'c1',
  count: 3,
  every: 'P1Y',
  first: { fact: 'certificate.issuedOn' },
  keep: ['employed'],
}
const employed = {
  id: 'employed',
  label: words('在企业就业'),
  cite: 'c1',
  fact: 'employment.employerKind',
  at: 'certificate',
  is: 'ENTERPRISE',
}
const theory = { id: 'theory', label: words('理论'), cite: 'c1', fact: 'marks.theory', atLeast: 60 }
const first = {
  'marks.theory': 60,
  'class.level': 'L5_JUNIOR',
  'certificate.issuedOn': '2022-02-28',
  'claim.on': '2022-06-01',
  'employment.employerKind@certificate': 'ENTERPRISE',
}
const later = { 'claim.on': '2023-02-28', 'employment.employerKind@due': 'ENTERPRISE' }
const passes = { name: 'passes', given: first, expect: { eligible: 100_000 } }
const pack = (over: object = {}) => givenPack({ conditions: [theory, employed], instalments, cases: [passes], ...over })
const program = compile(pack())
const decide = (number: number, over: Record<string, string | number | null> = {}) =>
  program.decide(givenFacts({ ...first, ...over, 'instalment.number': number }))

describe('what is given in instalments', () => {
  it('says of the first one when the others are due and what has to hold then', () => {
    const answer = decide(1)
    expect(answer.trace.instalment).toMatchObject({
      number: 1,
      count: 3,
      dues: ['2022-02-28', '2023-02-28', '2024-02-28'],
      end: '2025-02-28',
    })
    const told = explain(answer, 'zh').join('\n')
    expect(told).toContain('分 3 期,本次为第 1 期;各期到期日 2022-02-28、2023-02-28、2024-02-28')
    expect(told).toContain('以后各期到期时再核对是否仍然符合:在企业就业')
  })

  it('reads on a later day what has to be kept, as of that day, and nothing else', () => {
    expect(
      answerText(decide(2, { ...later, 'marks.theory': 10, 'employment.employerKind@certificate': 'PUBLIC' })),
    ).toBe('eligible 100000')
    expect(answerText(decide(1, { ...later, 'marks.theory': 10 }))).toBe('ineligible theory')
  })

  it('pauses while a keeping-condition does not hold, and says that it resumes', () => {
    const answer = decide(2, { ...later, 'employment.employerKind@due': 'NONE' })
    expect(answerText(answer)).toBe('paused employed')
    expect(explain(answer, 'zh')[0]).toBe('第 2 期暂缓发放;恢复符合条件后,在本期期限内可以恢复:')
  })

  it('waits where it is not known whether it still holds', () => {
    expect(answerText(decide(2, { ...later, 'employment.employerKind@due': null }))).toBe(
      'unknown employment.employerKind@due',
    )
  })

  it('is given within its own time: a pause moves no date, and after the last there is none', () => {
    const on = (number: number, day: string) => answerText(decide(number, { ...later, 'claim.on': day }))
    expect([on(2, '2023-02-27'), on(2, '2024-02-27'), on(2, '2024-02-28')]).toEqual([
      'ineligible instalments',
      'eligible 100000',
      'ineligible instalments',
    ])
    expect([on(3, '2025-02-27'), on(3, '2025-02-28'), on(4, '2025-02-28')]).toEqual([
      'eligible 100000',
      'ineligible instalments',
      'ineligible instalments',
    ])
  })

  it('tells as what would make it yes no other instalment', () => {
    const { counterfactuals } = program
    const facts = givenFacts({ ...first, 'marks.theory': 10, 'instalment.number': 1 })
    expect(counterfactuals(facts).flatMap(({ changes }) => changes.map(({ fact }) => fact))).toEqual(['marks.theory'])
  })

  it('refuses what cannot be kept, counted or dated, all at once and by name', () => {
    const wrong = {
      ...instalments,
      count: 1,
      keep: ['nobody', 'theory', 'theory'],
      cite: 'c9',
      first: { fact: 'marks.theory' },
    }
    expect(() => compile(pack({ instalments: wrong }))).toThrow(/instalments\.count/)
    const items = (() => {
      try {
        compile(pack({ instalments: { ...wrong, count: 2 } }))
      } catch (error) {
        return (error as { items: { at: string }[] }).items.map(({ at }) => at)
      }
      return []
    })()
    expect(items).toEqual(
      expect.arrayContaining(['instalments.keep.0', 'instalments.keep.2', 'instalments.first', 'instalments.cite']),
    )
    expect(() => compile(pack({ instalments: { ...instalments, every: '1 year' } }))).toThrow(/instalments\.every/)
    expect(() => compile(givenPack({ cases: [{ ...passes, instalment: 2, given: {} }] }))).toThrow(
      /cases\.0\.instalment/,
    )
  })

  it('has each of its clauses noticed by a case when it is broken', () => {
    const paused = {
      name: 'paused',
      like: 'passes',
      instalment: 2,
      given: { ...later, 'employment.employerKind@due': 'NONE' },
      expect: { paused: ['employed'] },
    }
    const dated = { ...passes, expect: { eligible: 100_000, dues: ['2022-02-28', '2023-02-28', '2024-02-28'] } }
    const document = pack({ cases: [dated, paused] })
    expect(runCases(compile(document)).every((each) => each.passed)).toBe(true)
    const broken = mutationsOf(document).filter(({ name }) => /instalments|kept/.test(name))
    expect(broken.map(({ name }) => name)).toEqual([
      'instalments left out',
      'instalments -1',
      'instalments +1',
      'instalments every P1M',
      'employed not kept',
    ])
    expect(broken.filter((each) => redCases(each.document, {}).length === 0)).toEqual([])
    const without = mutationsOf(pack()).filter(({ name }) => /instalments|kept/.test(name))
    expect(without.every((each) => redCases(each.document, {}).length === 0)).toBe(true)
  })

  it('is due on days that only go on, and given on no day twice', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((at) => addMonths(civilDate('2019-01-31'), at % 60))
    fc.assert(
      fc.property(day, day, (issuedOn, claimOn) => {
        const given = [2, 3].filter(
          (number) =>
            decide(number, { ...later, 'certificate.issuedOn': issuedOn, 'claim.on': claimOn }).kind === 'eligible',
        )
        expect(given.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
