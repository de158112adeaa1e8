import { describe, expect, it } from 'vitest'
import { DENIALS, isDenied } from './denials.ts'
import { ALL_PERMISSIONS, PERMISSIONS_OF, type Role, ROLES } from './permissions.ts'

const roles = Object.keys(ROLES) as Role[]

describe('what a role must never be able to do', () => {
  it.each(roles)('is said of %s', (role) => {
    expect(DENIALS.some((denial) => denial.role === role)).toBe(true)
  })

  it.each(roles.flatMap((role) => [...ALL_PERMISSIONS].map((permission) => [role, permission] as const)))(
    'holds: %s and %s',
    (role, permission) => {
      expect(isDenied(role, permission) && PERMISSIONS_OF[role].includes(permission)).toBe(false)
    },
  )

  it('names permissions that there are, so that no denial is of nothing', () => {
    for (const { never } of DENIALS)
      for (const begins of never)
        expect(
          [...ALL_PERMISSIONS].some(
            (permission) => permission === begins || (begins.endsWith('.') && permission.startsWith(begins)),
          ),
          begins,
        ).toBe(true)
  })

  it('denies what the money needs different people for: no one role makes, checks, approves and pays', () => {
    const chain = ['claim.initial-review', 'claim.be-drawn', 'claim.approve', 'batch.make']
    for (const role of roles)
      expect(chain.filter((permission) => PERMISSIONS_OF[role].includes(permission)).length).toBeLessThanOrEqual(1)
  })
})
