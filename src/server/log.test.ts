import { expect, it } from 'vitest'
import { loggedError } from './log.ts'

it('keeps what failed and where, and no number that may be somebody’s', () => {
  const error = Object.assign(new TypeError('no 339901198507014422 nor 138 0013 8000 in row 12'), {
    code: '23505',
    constraint: 'one_account_per_name',
    detail: 'Key (name)=(王静) already exists.',
  })
  const kept = loggedError(error)
  expect(kept).toMatchObject({ type: 'TypeError', code: '23505', constraint: 'one_account_per_name' })
  expect(kept.message).toBe('no **** nor **** in row 12')
  expect(String(kept.stack)).toContain('log.test.ts')
  expect(JSON.stringify(kept)).not.toMatch(/33990119|0013 8000|王静/)
})
