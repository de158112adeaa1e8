import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actsFor, CLASS_ACTS, CLASS_STATUSES, type ClassStatus, statusAfter } from './states.ts'

it('lets a class be changed only while it is a draft or returned', () => {
  expect(CLASS_STATUSES.filter((status) => statusAfter(status, 'change') !== undefined)).toEqual(['draft', 'returned'])
})

it('lets a returned class be submitted again, and a filed one never', () => {
  expect(statusAfter('returned', 'submit')).toBe('submitted')
  expect(statusAfter('filed', 'submit')).toBeUndefined()
})

it('offers a provider no act of review', () => {
  const provider = new Set(['class.write', 'class.file', 'marks.import'])
  const offered = CLASS_STATUSES.flatMap((status) => actsFor(status, (permission) => provider.has(permission)))
  expect(offered).not.toContain('approve')
  expect(offered).not.toContain('return')
})

it('never reaches filed except through approval', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CLASS_ACTS)), (acts) => {
      let status: ClassStatus = 'draft'
      for (const act of acts) {
        const next = statusAfter(status, act)
        if (next === 'filed' && status !== 'filed') expect(act).toBe('approve')
        status = next ?? status
      }
    }),
  )
})
