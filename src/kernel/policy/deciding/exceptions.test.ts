import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { runCases } from '../packs/cases.ts'
import { givenFacts, givenPack } from '../testing.ts'
import { compile } from './compile.ts'
import { explain } from './explain.ts'

const words = (text: string) => ({ zh: text, en: text })
const named = (id: string, over: Record<string, unknown>) => ({ id, label: words(id), cite: 'c1', ...over })
const exception = (id: string, to: string, then: string, when: unknown) => named(id, { to, then, when })

const hard = { fact: 'person.group', is: 'HARD_TO_EMPLOY' }
const fresh = { fact: 'person.group', is: 'GRADUATE_YEAR' }
const employed = { fact: 'employment.employerKind', is: 'ENTERPRISE' }
const isNew = { fact: 'studio.isNew', is: true }
const old = { fact: 'studio.isNew', is: false }

const packOf = (exceptions: readonly unknown[], over: Record<string, unknown> = {}) =>
  givenPack({ exceptions, ...over })
const theory = (mark: number | null, more: Parameters<typeof givenFacts>[0] = {}) =>
  givenFacts({ 'class.level': 'L5_JUNIOR', 'marks.theory': mark, ...more })

describe('an exception', () => {
  const waived = packOf([exception('hardship', 'theory', 'met', hard)])

  it('makes the condition met where it holds, and is what the answer says', () => {
    const answer = compile(waived).decide(theory(40, { 'person.group': 'HARD_TO_EMPLOY' }))
    expect(answer.kind).toBe('eligible')
    expect(answer.trace.conditions[0]).toMatchObject({
      kind: 'excepted',
      verdict: 'true',
      sentence: { zh: '按例外规定“hardship”:人员类别为就业困难人员,符合要求(为就业困难人员)' },
      parts: [{ verdict: 'false' }, { verdict: 'true', exception: { id: 'hardship', cite: 'c1' } }],
    })
  })

  it('leaves the condition as it is where it does not hold', () => {
    const program = compile(waived)
    expect(program.decide(theory(40, { 'person.group': 'FLEXIBLE' }))).toMatchObject({
      kind: 'ineligible',
      reasons: [{ id: 'theory', sentence: { zh: '理论成绩为 40 分,要求不低于 60 分' } }],
    })
    expect(program.decide(theory(60, { 'person.group': 'FLEXIBLE' })).kind).toBe('eligible')
  })

  it('that is not known to hold keeps a refusal open, and is not asked for where the condition is met', () => {
    const program = compile(waived)
    expect(program.decide(theory(40))).toMatchObject({ kind: 'unknown', needs: [{ fact: 'person.group' }] })
    expect(program.decide(theory(60)).kind).toBe('eligible')
  })

  it('may refuse what the condition allows', () => {
    const program = compile(packOf([exception('staff', 'theory', 'failed', employed)]))
    const answer = program.decide(theory(90, { 'employment.employerKind': 'ENTERPRISE' }))
    expect(answer).toMatchObject({ kind: 'ineligible', reasons: [{ id: 'theory' }] })
    expect(explain(answer, 'zh')[1]).toContain('按例外规定“staff”')
  })

  it('may be lifted by an exception of its own', () => {
    const program = compile(
      packOf([exception('hardship', 'theory', 'met', hard), exception('unless', 'hardship', 'lifted', employed)]),
    )
    const kind = (employer: string) =>
      program.decide(theory(40, { 'person.group': 'HARD_TO_EMPLOY', 'employment.employerKind': employer })).kind
    expect([kind('NONE'), kind('ENTERPRISE')]).toEqual(['eligible', 'ineligible'])
  })

  it('may skip a step of the amount', () => {
    const steps = [named('rate', { fixed: 1000 }), named('cap', { atMost: 600 })]
    const program = compile(
      packOf([exception('uncapped', 'cap', 'skipped', hard)], {
        amount: { label: words('a'), cite: 'c1', steps },
        cases: [{ name: 'open', given: {}, expect: { unknown: ['marks.theory', 'person.group'] } }],
      }),
    )
    const of = (group: string) => program.decide(givenFacts({ 'marks.theory': 60, 'person.group': group }))
    expect(of('HARD_TO_EMPLOY')).toMatchObject({ effectiveFen: 1000n })
    expect(of('FLEXIBLE')).toMatchObject({ effectiveFen: 600n })
  })
})

describe('two exceptions that disagree', () => {
  const both = packOf([exception('yes', 'theory', 'met', isNew), exception('no', 'theory', 'failed', employed)])
  const facts = theory(90, { 'studio.isNew': true, 'employment.employerKind': 'ENTERPRISE' })

  it('are a contradiction that only people settle, never a choice', () => {
    const answer = compile(both).decide(facts)
    expect(answer).toMatchObject({ kind: 'unknown', needs: [], contradictions: [{ id: 'theory' }] })
    expect(explain(answer, 'zh')).toEqual([
      '理论:同时适用的例外规定“yes”与“no”相互矛盾,须人工认定(依据《测试办法》第一条)。',
    ])
  })

  it('can be expected by a golden case', () => {
    const given = {
      'class.level': 'L5_JUNIOR',
      'marks.theory': 90,
      'studio.isNew': true,
      'employment.employerKind': 'ENTERPRISE',
    }
    const pack = { ...both, cases: [{ name: 'both', given, expect: { contradiction: ['theory'] } }] }
    expect(runCases(compile(pack))).toMatchObject([{ passed: true }])
  })
})

describe('exceptions that cannot be', () => {
  const places = (exceptions: readonly unknown[]) => {
    try {
      compile(packOf(exceptions))
    } catch (error) {
      if (error instanceof Problem) return error.items.map((item) => item.at)
      throw error
    }
    return []
  }

  it('are to nothing, to the wrong kind of thing, of a name that is taken, or in a circle', () => {
    expect(places([exception('x', 'nothing', 'met', hard)])).toEqual(['exceptions.0.to'])
    expect(places([exception('x', 'theory', 'lifted', hard)])).toEqual(['exceptions.0.to'])
    expect(places([exception('x', 'theory', 'skipped', hard)])).toEqual(['exceptions.0.to'])
    expect(places([exception('theory', 'theory', 'met', hard)])).toEqual(['exceptions.0.id'])
    const circle = [exception('x', 'y', 'lifted', hard), exception('y', 'x', 'lifted', fresh)]
    expect(places(circle)).toEqual(['exceptions', 'exceptions'])
  })
})

describe('what always holds with exceptions', () => {
  const whens = [hard, fresh, employed, isNew, old]
  const some = fc
    .array(fc.tuple(fc.constantFrom(...whens), fc.constantFrom('met', 'failed', 'lifted')), { maxLength: 4 })
    .map((list) =>
      list.map(([when, then], index) => {
        const last = list.slice(0, index).findLastIndex(([, other]) => other !== 'lifted')
        if (then !== 'lifted' || last < 0)
          return exception(`e${index}`, 'theory', then === 'lifted' ? 'met' : then, when)
        return exception(`e${index}`, `e${last}`, 'lifted', when)
      }),
    )
  const values = {
    'marks.theory': fc.constantFrom(40, 90),
    'person.group': fc.constantFrom('HARD_TO_EMPLOY', 'GRADUATE_YEAR', 'FLEXIBLE'),
    'employment.employerKind': fc.constantFrom('ENTERPRISE', 'NONE'),
    'studio.isNew': fc.boolean(),
  }
  const known = fc.record(values)
  const partly = fc.record(values, { requiredKeys: [] })

  it('what is settled stays settled, and with everything known only a contradiction is open', () => {
    fc.assert(
      fc.property(some, partly, known, (exceptions, before, rest) => {
        const program = compile(packOf(exceptions))
        const of = (given: Parameters<typeof givenFacts>[0]) =>
          program.decide(givenFacts({ 'class.level': 'L5_JUNIOR', ...given }))
        const first = of(before)
        const after = of({ ...rest, ...before })
        if (first.kind !== 'unknown') expect(after.kind).toBe(first.kind)
        if (after.kind === 'unknown') expect(after.contradictions).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it('the order in which they are written does not matter', () => {
    fc.assert(
      fc.property(some, partly, (exceptions, given) => {
        const facts = givenFacts({ 'class.level': 'L5_JUNIOR', ...given })
        const [one, other] = [exceptions, exceptions.toReversed()].map((list) => compile(packOf(list)).decide(facts))
        expect(other!.kind).toBe(one!.kind)
      }),
    )
  })
})
