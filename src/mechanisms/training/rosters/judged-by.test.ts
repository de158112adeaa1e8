import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedFields, isJudgedAlike, JUDGED_FIELDS, judgedByOf, planChanges } from './judged-by.ts'

const plan = fc.record(
  Object.fromEntries(JUDGED_FIELDS.map((field) => [field, fc.constantFrom('one', 'other')])),
) as never
const somePlan = fc.tuple(plan, plan) as fc.Arbitrary<
  [Parameters<typeof judgedByOf>[0], Parameters<typeof judgedByOf>[0]]
>
const someNamed = fc.subarray([...JUDGED_FIELDS])
const nameOf = (_: string, value: string) => ({ zh: value, en: value })

it('never lets a change of what a roster was judged by go unsaid, and asks for the roster only where it names what changed', () => {
  fc.assert(
    fc.property(somePlan, someNamed, ([former, now], named) => {
      const judgedBy = judgedByOf(former, named)
      const changes = planChanges(judgedBy, now, nameOf)
      expect(changes.map(({ field }) => field)).toEqual(JUDGED_FIELDS.filter((field) => former[field] !== now[field]))
      for (const { field, disowned } of changes) expect(disowned !== null).toBe(named.includes(field))
    }),
  )
})

it('never takes an upload for the same when nobody knows what the earlier one was judged by', () => {
  const [now] = fc.sample(somePlan, 1)[0]!
  expect(isJudgedAlike(null, judgedByOf(now, []))).toBe(false)
})

it('always takes an upload for the same only when it was judged by the same plan', () => {
  fc.assert(
    fc.property(somePlan, someNamed, ([former, now], named) => {
      const alike = isJudgedAlike(judgedByOf(former, named), judgedByOf(now, named))
      expect(alike).toBe(changedFields(former, now).length === 0)
    }),
  )
})
