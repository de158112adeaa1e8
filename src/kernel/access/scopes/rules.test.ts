import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Scope, reaches, reachOn } from './rules.ts'

const scope = (over: Partial<Scope> = {}): Scope => {
  return { kind: 'class', subjectId: 'c1', from: '2026-03-01', to: '2026-03-31', ended: null, ...over }
}

it('reaches all of its own provider while nothing was ever given', () => {
  const reach = reachOn('own', [], '2026-03-01')
  expect(reaches(reach, { id: 'any', organisationId: 'own' })).toBe(true)
  expect(reaches(reach, { id: 'any', organisationId: 'other' })).toBe(false)
})

it('is narrowed to the classes that count on the day, and stays narrow when they are over', () => {
  const given = [scope()]
  const c1 = { id: 'c1', organisationId: 'own' }
  expect(reaches(reachOn('own', given, '2026-03-31'), c1)).toBe(true)
  expect(reaches(reachOn('own', given, '2026-03-31'), { id: 'c2', organisationId: 'own' })).toBe(false)
  expect(reaches(reachOn('own', given, '2026-04-01'), c1)).toBe(false)
  expect(reaches(reachOn('own', [scope({ ended: { lastDay: '2026-03-09' } })], '2026-03-10'), c1)).toBe(false)
})

it('is widened to another provider by name, from its first day on', () => {
  const given = [
    scope({ kind: 'organisation', subjectId: 'own', to: null }),
    scope({ kind: 'organisation', subjectId: 'other' }),
  ]
  expect(reachOn('own', given, '2026-02-28')).toEqual({ organisations: [], classes: [] })
  expect(reachOn('own', given, '2026-03-02').organisations).toEqual(['own', 'other'])
  expect(reachOn('own', given, '2026-04-02').organisations).toEqual(['own'])
})

it('never reaches what was not given, whatever else was', () => {
  const day = fc.constantFrom('2026-02-28', '2026-03-01', '2026-03-15', '2026-03-31', '2026-04-01')
  const one = fc.record({
    kind: fc.constantFrom('class' as const, 'organisation' as const),
    subjectId: fc.constantFrom('c1', 'c2', 'o1'),
    from: day,
    to: fc.option(day),
    ended: fc.option(fc.record({ lastDay: day })),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1 }), day, (given, on) => {
      expect(reaches(reachOn('own', given, on), { id: 'c9', organisationId: 'o9' })).toBe(false)
    }),
  )
})
